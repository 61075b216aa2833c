using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies;

/// <summary>
/// The answer of <c>GET /slots</c>: first <c>#configuration FINGERPRINT</c>, if the plan has one, then a line <c>service=slot</c> for each service.
/// </summary>
internal static class SlotLines
{
    private const string Configuration = "#configuration ";

    /// <summary>The lines, without their ends, for a configuration to answer with.</summary>
    /// <param name="plan">What the configuration is made from.</param>
    /// <param name="slotOf">How the configuration names the slot of a service that serves.</param>
    public static IReadOnlyList<string> Of(ProxyPlan plan, Func<string, string> slotOf)
    {
        string[] head = plan.Fingerprint.Length == 0 ? [] : [Configuration + plan.Fingerprint];
        return [.. head, .. plan.Backends.Select(b => $"{b.Service}={slotOf(b.Service)}")];
    }

    /// <summary>The fingerprint in the answer; null when it has none.</summary>
    public static string? FingerprintIn(string text)
    {
        var line = text.Split('\n', StringSplitOptions.TrimEntries).FirstOrDefault(l => l.StartsWith(Configuration, StringComparison.Ordinal));
        return line?[Configuration.Length..].Trim();
    }

    public static IReadOnlyList<SlotChoice> Parse(string text)
    {
        var choices = new List<SlotChoice>();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var at = line.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || !SlotNames.TryParse(line[(at + 1)..].Trim(), out var slot))
            {
                throw new FormatException(
                    $"The proxy was asked which slots serve and answered \"{line}\" instead of \"service=blue\" or \"service=green\".");
            }

            choices.Add(new SlotChoice(line[..at].Trim(), slot));
        }

        return choices;
    }
}
