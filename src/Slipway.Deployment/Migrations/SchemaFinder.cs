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
            return SchemaChange.None;
        }

        if (migrations.History is not { Head: { } head } history)
        {
            return SchemaChange.None with { Problems = [.. migrations.Problems.Select(p => p.ToString())], Reason = "the migrations have mistakes" };
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
}
