using Slipway.Databases.Migrations;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning;

namespace Slipway.Deployment.Migrations;

/// <summary>Decides which revisions are pending: those of the sources that the database has not. Pure.</summary>
internal static class SchemaFinder
{
    public static SchemaChange Find(Application application, ObservedState observation, DeploymentRequest request)
    {
        if (application.Settings.Migrations is null || observation.Migrations is not { } migrations)
        {
            return observation.MigratingStarts.Count == 0 ? SchemaChange.None
                : SchemaChange.None with { Reason = string.Join("; ", observation.MigratingStarts.Select(s => $"{s.Key} migrates when it starts: {s.Value}")) };
        }

        if (migrations.History is not { Head: { } head } history)
        {
            return migrations.Problems.Length > 0
                ? SchemaChange.None with { Problems = [.. migrations.Problems.Select(p => p.ToString())], Reason = "the migrations have mistakes" }
                : SchemaChange.None with { Problems = [NoneIn(application.Settings.Migrations)], Reason = "there are no migrations" };
        }

        var chain = history.Chain(head);
        var change = new SchemaChange([], head, history.Floor(head), [.. chain.Select(r => r.Id)], [], [], string.Empty);
        if (request.Kept)
        {
            return change with { Reason = "a kept release does not migrate" };
        }

        if (observation.Schema.Revisions is not { } applied)
        {
            return change with { Pending = null, Reason = $"what is pending is not known: {observation.Schema.WhyUnknown}" };
        }

        var status = SchemaStatus.Compare(history, [.. applied]);
        if (status.IsAhead)
        {
            return change with { Reason = $"the database is ahead of these sources, at {string.Join(", ", status.Unknown)}" };
        }

        var pending = status.Pending;
        return change with
        {
            Pending = [.. pending.Select(r => r.Id)],
            Contracting = [.. pending.SelectMany(r => r.Contractions).Select(c => c.ToString())],
            Reason = pending.Length == 0 ? $"the schema is at {head}" : $"{string.Join(", ", pending.Select(r => r.Id))} pending",
        };
    }

    private static string NoneIn(MigrationSettings settings) =>
        $"{settings.Place}: there is no migration of {settings.Tool.Name} in the folder \"{settings.Folder}\"";
}
