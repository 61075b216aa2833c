using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies;

/// <summary>The answer of <c>GET /slots</c>: a line <c>service=slot</c> for each service.</summary>
internal static class SlotLines
{
    public static IReadOnlyList<SlotChoice> Parse(string text)
    {
        var choices = new List<SlotChoice>();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
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
