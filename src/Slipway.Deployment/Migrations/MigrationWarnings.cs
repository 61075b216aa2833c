using Slipway.Deployment.Configuration;
using Slipway.Deployment.Planning;

namespace Slipway.Deployment.Migrations;

/// <summary>Says what is not known of an application that has a database.</summary>
internal static class MigrationWarnings
{
    /// <summary>The sentences.</summary>
    public static IEnumerable<string> Of(PlanningContext context)
    {
        var settings = context.Application.Settings;
        var starts = context.MigratingAtStart.ToList();
        foreach (var start in starts)
        {
            yield return $"{start.Name} migrates the schema whenever it starts, by {context.Observation.MigratingStarts[start.Name]},"
                + " in each of its containers and while the release before serves: " + settings.Database switch
                {
                    null => "slipway.yaml names no database, so nothing is dumped before, and whether both can live with it is not checked",
                    { Backup: BackupPolicy.Never } => "nothing is dumped before, as slipway.yaml says, and whether both can live with it is not checked",
                    { Service: var store } => $"{store} is dumped before, but whether both can live with it is not checked",
                };
        }

        if (starts.Count == 0 && !context.DueJobs.Any() && context.Changing.Any()
            && settings is { Migrations: null, Database: { Backup: BackupPolicy.BeforeMigration } database })
        {
            yield return "slipway.yaml names no migrations: whatever the application does to the schema when it starts is neither checked nor is"
                + $" {database.Service} dumped before; name them, or dump it each time with database: {{backup: always}}";
        }
    }
}
