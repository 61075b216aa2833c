using Cake.Frosting;
using Slipway.Compose.Slots;
using Slipway.Planning;
using Slipway.Planning.Steps;

namespace Slipway.Phases;

/// <summary>Runs the migration job, before any code that expects the new schema starts.</summary>
[TaskName(nameof(Migrate))]
[TaskDescription("Migrates the schema, under the database's lock.")]
[IsDependentOn(typeof(PullOrBuild))]
[IsDependentOn(typeof(Backup))]
[IsDependentOn(typeof(PrepareEnvironment))]
public sealed class Migrate : Phase
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(DeploymentInputs inputs)
    {
        if (inputs.Application.Settings.Migrations is { } migrations && inputs.Schema.IsNeeded && !inputs.Request.Kept)
        {
            yield return new MigrateStep(
                inputs.Compose("run", "--rm", "--no-deps", "-T", MigrationJob.ServiceName),
                inputs.Application.ContainerOf(inputs.Application.Settings.Database!.Service))
            {
                Purpose = inputs.Schema.Reason,
                Timeout = migrations.Timeout,
            };
        }
    }

    /// <inheritdoc/>
    protected override string Reason(DeploymentInputs inputs, IReadOnlyList<Step> steps) => inputs.Schema.Reason;
}
