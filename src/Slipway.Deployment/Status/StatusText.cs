using System.Text;
using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Changes;
using Slipway.Deployment.Strategies;
using Slipway.Engine.Addresses;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Status;

/// <summary>Writes for people what runs.</summary>
internal static class StatusText
{
    /// <summary>Writes the status.</summary>
    /// <param name="context">What was observed.</param>
    /// <param name="connection">The engine.</param>
    /// <returns>The text, without a line end at its end.</returns>
    public static string Write(PlanningContext context, EngineConnection connection)
    {
        var text = new StringBuilder();
        text.Append($"{context.Application.Name} at {connection.DisplayName} (Docker {context.Observation.Engine.Version})\n");
        var rows = Rows(context).ToList();
        foreach (var row in rows)
        {
            text.Append("  ").AppendJoin("  ", row.Select((c, i) => c.PadRight(rows.Max(r => r[i].Length)))).Replace(" \n", "\n");
            while (text[^1] == ' ')
            {
                text.Length--;
            }

            text.Append('\n');
        }

        if (context.Schema.Head is not null)
        {
            text.Append($"Schema: {context.Schema.Reason}\n");
        }

        text.Append(RollbackLine(context));
        foreach (var lease in context.Observation.Leases)
        {
            var alive = lease.IsAlive(context.Observation.Engine.Now);
            text.Append($"\nLocked by {lease.Holder} ({lease.Purpose}){(alive ? string.Empty : ", who is gone: the next command takes the lock over")}");
        }

        return text.ToString();
    }

    private static IEnumerable<string[]> Rows(PlanningContext context)
    {
        if (context.Observation.Containers.Count == 0)
        {
            yield return ["nothing runs yet"];
        }

        foreach (var container in context.Observation.AllContainers.OrderBy(c => c.Service is null).ThenBy(c => c.ComposeService, StringComparer.Ordinal))
        {
            yield return
            [
                container.Service ?? container.ComposeService,
                container.Slot?.Name() ?? string.Empty,
                ContainerRole.Of(context, container),
                container.Release ?? string.Empty,
                container.Status,
            ];
        }
    }

    private static string RollbackLine(PlanningContext context)
    {
        var warm = WarmRollback.Release(context);
        var kept = ColdRollback.Possible(context).Where(r => r != warm).ToList();
        var unknown = context.Observation.Schema is { Revisions: null } schema && schema != SchemaObservation.SameForAll
            && KeptReleases.Others(context).Count > 0 ? schema.WhyUnknown : null;
        return warm is not null ? $"Rollback: to {warm} at once{(kept.Count > 0 ? $"; with --release to {string.Join(", ", kept)}" : string.Empty)}"
            : kept.Count > 0 ? $"Rollback: with --release to {string.Join(", ", kept)}"
            : unknown is not null ? $"Rollback: not known, {unknown}"
            : "Rollback: nothing to go back to";
    }
}
