using System.Globalization;

namespace Slipway.Dockerfiles.Rules.StartUp;

/// <summary>Durations of flags: <c>1m30s</c>, <c>500ms</c>.</summary>
internal static class GoDuration
{
    public static TimeSpan? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var total = TimeSpan.Zero;
        for (var index = 0; index < text.Length;)
        {
            var start = index;
            while (index < text.Length && (char.IsAsciiDigit(text[index]) || text[index] == '.'))
            {
                index++;
            }

            if (!double.TryParse(text.AsSpan(start, index - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
                || amount > 1e9)
            {
                return null;
            }

            start = index;
            while (index < text.Length && char.IsAsciiLetter(text[index]))
            {
                index++;
            }

            double? seconds = text[start..index] switch { "h" => 3_600, "m" => 60, "s" => 1, "ms" => 1e-3, "us" => 1e-6, "ns" => 1e-9, _ => null };
            if (seconds is null)
            {
                return null;
            }

            total += TimeSpan.FromSeconds(amount * seconds.Value);
        }

        return total;
    }
}
