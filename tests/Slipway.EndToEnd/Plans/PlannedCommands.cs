using System.Text.Json;

namespace Slipway.EndToEnd.Plans;

/// <summary>Reads what Plan --json printed.</summary>
internal static class PlannedCommands
{
    public static IReadOnlyList<string> Of(string json)
    {
        using var plan = JsonDocument.Parse(json);
        return [.. plan.RootElement.GetProperty("phases").EnumerateArray()
            .SelectMany(p => p.GetProperty("steps").EnumerateArray().Select(s => $"{p.GetProperty("name").GetString()}: {s.GetProperty("command").GetString()}"))];
    }

    /// <summary>Commands phase by phase; phases that run side by side have no order among each other.</summary>
    public static IReadOnlyList<string> ByPhase(IEnumerable<string> commands) => [.. commands.OrderBy(c => c.Split(':')[0], StringComparer.Ordinal)];
}
