using Slipway.Databases.Backups;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;
using Slipway.Observability.State;

namespace Slipway.Deployment.Backups;

/// <summary>Dumps the database before its schema changes.</summary>
public sealed class BackupSteps : PhaseSteps
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(PlanningContext context)
    {
        if (context.Application.Settings.Database is not { } database || !IsWanted(context, database) || !IsRunning(context, database))
        {
            yield break;
        }

        var login = DatabaseLogin.Of(context.Application, database);
        var dump = context.Docker.Execute(context.Application.ContainerOf(database.Service), PgDump.Command(login.User, login.Database));
        yield return new BackupStep(dump, context.Application.Name, context.Application.State.PathOf(StateFolder.Backups), database.KeepBackups)
        {
            Purpose = "dump before the migration",
            Timeout = TimeSpan.FromHours(2),
        };
    }

    /// <inheritdoc/>
    protected override string Reason(PlanningContext context, IReadOnlyList<Step> steps) =>
        steps.Count > 0 ? string.Empty
        : context.Application.Settings.Database is { } database && IsWanted(context, database) ? "there is no database yet"
        : "no migration is pending";

    private static bool IsWanted(PlanningContext context, DatabaseSettings database) => database.Backup switch
    {
        BackupPolicy.Always => true,
        BackupPolicy.Never => false,
        _ => context.Schema.IsNeeded && !context.Request.Kept,
    };

    private static bool IsRunning(PlanningContext context, DatabaseSettings database) =>
        context.Observation.Of(database.Service).Any(c => c.IsRunning);
}
