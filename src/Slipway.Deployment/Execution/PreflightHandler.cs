using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Execution;

/// <summary>Fails with all refusals of the plan at once.</summary>
internal sealed class PreflightHandler(IReadOnlyList<Refusal> refusals) : StepHandler<PreflightStep>
{
    protected override Task ExecuteAsync(PreflightStep step, StepOutput output, CancellationToken cancellation) =>
        refusals.Count == 0
            ? Task.CompletedTask
            : throw new SlipwayException(
                ExitCode.Refused,
                "Preflight refuses, nothing was changed:"
                    + string.Concat(refusals.Select(r => $"{Environment.NewLine}  {r.Message}{Environment.NewLine}    -> {r.Remedy}")));
}
