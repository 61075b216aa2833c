using System.Globalization;

namespace Slipway.Graph.Output;

/// <summary>Writes a duration as a person would say it: 12 ms, 3.4 s, 2 min 05 s, 1 h 02 min.</summary>
internal static class Durations
{
    public static string Text(TimeSpan time)
    {
        // The limits are where the next unit up would be rounded to: never "1000 ms" or "60.0 s".
        if (time.TotalMilliseconds < 99.5)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms");
        }

        if (time.TotalSeconds < 59.95)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
        }

        var seconds = (long)Math.Round(time.TotalSeconds);
        return seconds < 3600
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60} min {seconds % 60:00} s")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600} h {seconds / 60 % 60:00} min");
    }
}
