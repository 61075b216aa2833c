using Slipway.Deployment.Execution;

namespace Slipway.Deployment.Migrations;

/// <summary>Asks before anything is dumped or migrated.</summary>
internal sealed class CheckSchemaHandler(SchemaCheck check) : StepHandler<CheckSchemaStep>
{
    protected override async Task ExecuteAsync(CheckSchemaStep step, StepOutput output, CancellationToken cancellation) =>
        output.Note((await check.DemandAsync(cancellation)).Change.Reason);
}
