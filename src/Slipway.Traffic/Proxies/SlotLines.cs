using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies;

/// <summary>
/// The answer of <c>GET /slots</c>: first <c>#configuration FINGERPRINT</c> and <c>#seat MARK</c>, if the plan has them, then
/// a line <c>service=slot</c> for each service,
/// then <c>#canary service=slot</c> for each that can have a canary, with <c>none</c> where no slot gets a share.
/// </summary>
internal static class SlotLines
{
    /// <summary>No slot that does not serve gets a share.</summary>
    public const string NoShare = "none";

    private const string Configuration = "#configuration ";
    private const string Canary = "#canary ";
    private const string Seat = "#seat ";

    /// <summary>The lines, without their ends, for a configuration to answer with.</summary>
    /// <param name="plan">What the configuration is made from.</param>
    /// <param name="slotOf">How the configuration names the slot of a service that serves.</param>
    /// <param name="shareOf">How the configuration names the slot of a service that gets a share.</param>
    public static IReadOnlyList<string> Of(ProxyPlan plan, Func<string, string> slotOf, Func<string, string> shareOf)
    {
        string[] head = plan.Fingerprint.Length == 0 ? [] : [Configuration + plan.Fingerprint];
        return
        [
            .. head,
            .. plan.Seat is { } seat ? [Seat + seat.Mark] : Array.Empty<string>(),
            .. plan.Backends.Select(b => $"{b.Service}={slotOf(b.Service)}"),
            .. plan.Canaries.Select(c => $"{Canary}{c.Service}={shareOf(c.Service)}"),
        ];
    }

    /// <summary>The slots that get a share.</summary>
    public static IReadOnlyList<SlotChoice> ParseShares(string text) => Parse(string.Join('\n', text
        .Split('\n', StringSplitOptions.TrimEntries)
        .Where(l => l.StartsWith(Canary, StringComparison.Ordinal) && !l.EndsWith($"={NoShare}", StringComparison.Ordinal))
        .Select(l => l[Canary.Length..])));

    /// <summary>The fingerprint in the answer; null when it has none.</summary>
    public static string? FingerprintIn(string text) => After(Configuration, text);

    /// <summary>The mark of the place of who answered; null when it is the proxy itself.</summary>
    public static char? SeatIn(string text) => After(Seat, text) is [var mark] ? mark : null;

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

    private static string? After(string start, string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries).FirstOrDefault(l => l.StartsWith(start, StringComparison.Ordinal))?[start.Length..].Trim();
}
