using Slipway.Databases.Backups;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Database;
using Slipway.Deployment.Planning;
using Slipway.Observability.State;

namespace Slipway.Deployment.Backups;

/// <summary>When in a deployment the database is dumped: as early as it can be, but before whatever changes it.</summary>
internal static class DatabaseBackup
{
    /// <summary>Whether a dump is wanted.</summary>
    public static bool IsWanted(PlanningContext context) => context.Application.Settings.Database is { } database && database.Backup switch
    {
        _ when context.Request.IsBackup => true,
        BackupPolicy.Always => true,
        BackupPolicy.Never => false,
        _ => (context.Schema.IsNeeded && !context.Request.Kept) || context.DueJobs.Any() || context.MigratingAtStart.Any(),
    };

    /// <summary>The dump of a database that runs and stays.</summary>
    public static IEnumerable<BackupStep> Beside(PlanningContext context) => When(context, c => !ComesLater(c) && !IsReplaced(c));

    /// <summary>The dump of a database whose container is about to be replaced.</summary>
    public static IEnumerable<BackupStep> BeforeReplacement(PlanningContext context) => When(context, c => !ComesLater(c) && IsReplaced(c));

    /// <summary>The dump of a database that this run starts.</summary>
    public static IEnumerable<BackupStep> OnceStarted(PlanningContext context) => When(context, ComesLater).Select(s => s with { UnlessEmpty = true });

    private static bool ComesLater(PlanningContext context) => RunningDatabase.ComesLater(context.Application, context.Observation.Containers);

    private static bool IsReplaced(PlanningContext context) => context.Environment.Replace.Contains(context.Application.Settings.Database!.Service);

    private static IEnumerable<BackupStep> When(PlanningContext context, Func<PlanningContext, bool> isTime)
    {
        if (context.Application.Settings.Database is { } database && IsWanted(context) && isTime(context))
        {
            var login = DatabaseLogin.Of(context.Application, database);
            var dump = context.Docker.Execute(context.Application.ContainerOf(database.Service), PgDump.Command(login.User, login.Database));
            yield return new BackupStep(dump, context.Application.Name, context.Application.State.PathOf(StateFolder.Backups), database.KeepBackups)
            {
                Purpose = context.DueJobs.Any() ? "dump before what may change the schema"
                    : context.MigratingAtStart.FirstOrDefault() is { } start
                        ? $"dump before {start.Name} starts, which migrates: {context.Observation.MigratingStarts[start.Name]}"
                    : "dump before the migration",
                Timeout = TimeSpan.FromHours(2),
            };
        }
    }
}
