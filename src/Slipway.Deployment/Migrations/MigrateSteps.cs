using Slipway.Compose.Slots;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Migrations;

/// <summary>Runs the migration job, before any code that expects the new schema starts.</summary>
public sealed class MigrateSteps : PhaseSteps
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(PlanningContext context)
    {
        if (context.Application.Settings.Migrations is { } migrations && context.Schema.IsNeeded && !context.Request.Kept)
        {
            yield return new MigrateStep(
                context.Compose.RunJob(MigrationJob.ServiceName),
                context.Application.ContainerOf(context.Application.Settings.Database!.Service))
            {
                Purpose = context.Schema.Reason,
                Timeout = migrations.Timeout,
            };
        }
    }

    /// <inheritdoc/>
    protected override string Reason(PlanningContext context, IReadOnlyList<Step> steps) => context.Schema.Reason;
}
