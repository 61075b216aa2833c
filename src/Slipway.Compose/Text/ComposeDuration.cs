using System.Globalization;

namespace Slipway.Compose.Text;

/// <summary>Durations as compose writes them: <c>1m30s</c>, <c>500ms</c>, <c>1.5s</c>.</summary>
public static class ComposeDuration
{
    /// <summary>Reads a duration made of the units h, m, s, ms, us and ns.</summary>
    /// <param name="text">The duration.</param>
    /// <returns>The duration, or null when the text is none.</returns>
    public static TimeSpan? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var negative = text[0] == '-';
        var rest = text.AsSpan(negative ? 1 : 0);
        if (rest.SequenceEqual("0"))
        {
            return TimeSpan.Zero;
        }

        var ticks = 0d;
        while (!rest.IsEmpty)
        {
            var digits = CountWhile(rest, ofNumber: true);
            if (digits == 0
                || !double.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            {
                return null;
            }

            rest = rest[digits..];
            var unit = rest[..CountWhile(rest, ofNumber: false)];
            var ticksOfUnit = TicksOf(unit);
            if (ticksOfUnit is null)
            {
                return null;
            }

            ticks += amount * ticksOfUnit.Value;
            rest = rest[unit.Length..];
        }

        return ticks >= long.MaxValue ? null : TimeSpan.FromTicks((long)Math.Round(negative ? -ticks : ticks));
    }

    /// <summary>Writes a duration with the units that every version of Compose reads: h, m, s and ms.</summary>
    /// <param name="duration">The duration, positive; what is less than a millisecond is lost.</param>
    /// <returns>The duration.</returns>
    public static string Write(TimeSpan duration)
    {
        if (duration.Milliseconds != 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{(long)duration.TotalMilliseconds}ms");
        }

        var (hours, minutes, seconds) = ((long)duration.TotalHours, duration.Minutes, duration.Seconds);
        var text = $"{(hours > 0 ? $"{hours}h" : "")}{(minutes > 0 ? $"{minutes}m" : "")}{(seconds > 0 ? $"{seconds}s" : "")}";
        return text.Length > 0 ? text : "0s";
    }

    private static int CountWhile(ReadOnlySpan<char> text, bool ofNumber)
    {
        var count = 0;
        while (count < text.Length && (char.IsAsciiDigit(text[count]) || text[count] == '.') == ofNumber)
        {
            count++;
        }

        return count;
    }

    private static double? TicksOf(ReadOnlySpan<char> unit) => unit switch
    {
        "h" => TimeSpan.TicksPerHour,
        "m" => TimeSpan.TicksPerMinute,
        "s" => TimeSpan.TicksPerSecond,
        "ms" => TimeSpan.TicksPerMillisecond,
        "us" or "µs" => TimeSpan.TicksPerMicrosecond,
        "ns" => 1d / TimeSpan.NanosecondsPerTick,
        _ => null,
    };
}
