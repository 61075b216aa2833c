using System.Text.Json;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies.Caddy;

/// <summary>Reads Caddy's access log: JSON, in which the user is the slot (<c>bot=green</c>), followed by why it did not answer.</summary>
internal static class CaddyLog
{
    /// <summary>The failed requests among the lines of the log; other lines are passed over.</summary>
    public static IReadOnlyList<FailedRequest> Parse(ProxyPlan plan, string log)
    {
        var slots = plan.Backends.SelectMany(b => new[] { Slot.Blue, Slot.Green }.Select(s => new SlotChoice(b.Service, s)))
            .ToDictionary(c => c.ToString(), StringComparer.Ordinal);
        return [.. log.Split('\n').Select(l => Parse(l, slots)).OfType<FailedRequest>()];
    }

    /// <summary>The newest reasons why no certificate was obtained, of each way to prove whose a host is; null when none is told.</summary>
    public static string? WhyNotObtained(IEnumerable<string> lines)
    {
        var ways = new SortedDictionary<string, string>(StringComparer.Ordinal);
        string? last = null;
        foreach (var line in lines.Where(l => l.StartsWith('{')))
        {
            try
            {
                using var document = JsonDocument.Parse(line);
                var entry = document.RootElement;
                if (Optional(entry, "error") is not { } error)
                {
                    continue;
                }

                if (Optional(entry, "challenge_type") is { } way)
                {
                    ways[way] = $"{way}: {error}";
                }
                else if (Optional(entry, "logger")?.StartsWith("tls.", StringComparison.Ordinal) == true)
                {
                    last = error;
                }
            }
            catch (JsonException)
            {
                // Half a line.
            }
        }

        return ways.Count > 0 ? string.Join("; ", ways.Values) : last;
    }

    private static string? Optional(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static FailedRequest? Parse(string line, Dictionary<string, SlotChoice> slots)
    {
        // Before the object there may be what docker puts there: a time, or nothing.
        var at = line.IndexOf('{', StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(line.AsMemory(at));
            var entry = document.RootElement;
            return entry.TryGetProperty("user_id", out _) && slots.TryGetValue(Text(entry, "user_id").Split(' ')[0], out var choice)
                && entry.GetProperty("status").GetInt32() is >= 500 and var status
                    ? new FailedRequest(choice.Service, choice.Slot, status, RequestOf(entry.GetProperty("request"))) : null;
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static string RequestOf(JsonElement request) => $"{Text(request, "method")} {Text(request, "uri").Split('?')[0]}";

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null");
}
