using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies;

/// <summary>The answer of <c>GET /slots</c>: a line <c>service=slot</c> for each service.</summary>
internal static class SlotLines
{
    public static IReadOnlyList<SlotChoice> Parse(string text, char separator = '=')
    {
        var choices = new List<SlotChoice>();
        foreach (var range in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var at = range.IndexOf(separator, StringComparison.Ordinal);
            if (at <= 0 || !SlotNames.TryParse(range[(at + 1)..].Trim(), out var slot))
            {
                throw new FormatException(
                    $"The proxy was asked which slots serve and answered \"{range}\" " +
                    $"instead of \"service{separator}blue\" or \"service{separator}green\".");
            }

            choices.Add(new SlotChoice(range[..at].Trim(), slot));
        }

        return choices;
    }
}
