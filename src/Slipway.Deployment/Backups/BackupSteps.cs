using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Backups;

/// <summary>Dumps the database before its schema changes.</summary>
public sealed class BackupSteps : PhaseSteps
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(PlanningContext context) => DatabaseBackup.Beside(context);

    /// <inheritdoc/>
    protected override string Reason(PlanningContext context, IReadOnlyList<Step> steps) =>
        steps.Count > 0 ? string.Empty
        : DatabaseBackup.BeforeReplacement(context).Any() ? "before the database is replaced"
        : DatabaseBackup.OnceStarted(context).Any() ? "once the database runs"
        : context.Application.Settings.Database is null ? "slipway.yaml names no database"
        : "no migration is pending";
}
