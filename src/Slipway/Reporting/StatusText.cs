using System.Text;
using Slipway.Engine;
using Slipway.Observing;
using Slipway.Planning;
using Slipway.Planning.Changes;
using Slipway.Traffic.Slots;

namespace Slipway.Reporting;

/// <summary>Writes for people what runs.</summary>
internal static class StatusText
{
    /// <summary>Writes the status.</summary>
    /// <param name="inputs">What was observed.</param>
    /// <param name="connection">The engine.</param>
    /// <returns>The text, without a line end at its end.</returns>
    public static string Write(DeploymentInputs inputs, EngineConnection connection)
    {
        var text = new StringBuilder();
        text.Append($"{inputs.Application.Name} at {connection.DisplayName} (Docker {inputs.Observation.Engine.Version})\n");
        var rows = Rows(inputs).ToList();
        foreach (var row in rows)
        {
            text.Append("  ").AppendJoin("  ", row.Select((cell, column) => cell.PadRight(rows.Max(r => r[column].Length)))).Replace(" \n", "\n");
            while (text[^1] == ' ')
            {
                text.Length--;
            }

            text.Append('\n');
        }

        if (inputs.Schema.Head is not null)
        {
            text.Append($"Schema: {inputs.Schema.Reason}\n");
        }

        text.Append(RollbackLine(inputs));
        foreach (var lease in inputs.Observation.Leases)
        {
            var alive = lease.IsAlive(inputs.Observation.Engine.Now);
            text.Append($"\nLocked by {lease.Holder} ({lease.Purpose}){(alive ? string.Empty : ", who is gone: the next command takes the lock over")}");
        }

        return text.ToString();
    }

    internal static string? WarmRelease(DeploymentInputs inputs)
    {
        try
        {
            return RollbackPlanner.Plan(inputs).Reason.Split(" -> ")[^1];
        }
        catch (Errors.SlipwayException)
        {
            return null;
        }
    }

    internal static string RoleOf(DeploymentInputs inputs, ContainerObservation container) =>
        inputs.Services.FirstOrDefault(s => s.Name == container.Service) is not { } service ? string.Empty
        : service.Active == container.Slot ? "serves"
        : container.IsRunning ? "warm"
        : "stopped";

    private static IEnumerable<string[]> Rows(DeploymentInputs inputs)
    {
        if (inputs.Observation.Containers.Count == 0)
        {
            yield return ["nothing runs yet"];
        }

        foreach (var container in inputs.Observation.Containers.OrderBy(c => c.Service is null).ThenBy(c => c.ComposeService, StringComparer.Ordinal))
        {
            yield return [container.Service ?? container.ComposeService, container.Slot?.Name() ?? string.Empty, RoleOf(inputs, container), container.Release ?? string.Empty, container.Status];
        }
    }

    private static string RollbackLine(DeploymentInputs inputs)
    {
        var kept = KeptReleases.Complete(inputs).Where(r => inputs.Services.All(s => s.Incumbent?.Release != r)).ToList();
        return WarmRelease(inputs) is { } warm
            ? $"Rollback: to {warm} at once{(kept.Count > 1 ? $"; kept: {string.Join(", ", kept)}" : string.Empty)}"
            : kept.Count > 0 ? $"Rollback: with --release to {string.Join(", ", kept)}" : "Rollback: nothing to go back to";
    }
}
