using System.Globalization;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies;

/// <summary>
/// Reads what a proxy logged whose format for a request is <c>slipway BACKEND STATUS HOW METHOD PATH</c>, where the backend of a slot is
/// <c>SERVICE_SLOT</c>.
/// </summary>
internal static class FailureLog
{
    public const string Mark = "slipway";

    /// <summary>The failed requests among the lines of the log; other lines are passed over.</summary>
    public static IReadOnlyList<FailedRequest> Parse(ProxyPlan plan, string log)
    {
        var slots = new Dictionary<string, SlotChoice>(StringComparer.Ordinal);
        foreach (var backend in plan.Backends)
        {
            foreach (var slot in new[] { Slot.Blue, Slot.Green })
            {
                foreach (var port in backend.Ports)
                {
                    slots[backend.NameOf(slot.Name(), port.Number)] = new SlotChoice(backend.Service, slot);
                }
            }
        }

        var failed = new List<FailedRequest>();
        foreach (var line in log.Split('\n'))
        {
            if (Parse(line.TrimEnd('\r'), slots) is { } request)
            {
                failed.Add(request);
            }
        }

        return failed;
    }

    private static FailedRequest? Parse(string line, Dictionary<string, SlotChoice> slots)
    {
        // Before the mark there may be what docker puts there: a time, or nothing.
        var at = line.IndexOf(Mark + " ", StringComparison.Ordinal);
        var words = at < 0 ? [] : line[at..].Split(' ', 5);
        if (words.Length < 5 || !slots.TryGetValue(words[1], out var choice)
            || !int.TryParse(words[2], NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            return null;
        }

        // HAProxy's termination state: S or s when it was the slot that ended the session, by a close or by silence.
        return status >= 500 || words[3].StartsWith('S') || words[3].StartsWith('s')
            ? new FailedRequest(choice.Service, choice.Slot, status, words[4]) : null;
    }
}
