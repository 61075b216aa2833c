using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies;

/// <summary>
/// The answer of <c>GET /slots</c>: first <c>#configuration FINGERPRINT</c>, if the plan has one, then a line <c>service=slot</c> for each service.
/// </summary>
internal static class SlotLines
{
    private const string Configuration = "#configuration ";

    /// <summary>The first line without its end, for a configuration to print; null when the plan has no fingerprint.</summary>
    public static string? HeadOf(ProxyPlan plan) => plan.Fingerprint.Length == 0 ? null : Configuration + plan.Fingerprint;

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
