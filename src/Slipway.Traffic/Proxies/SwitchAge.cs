using System.Globalization;

namespace Slipway.Traffic.Proxies;

/// <summary>The age of the last switch, for proxies whose switch makes, removes or replaces a file: that leaves its time at the file's directory.</summary>
internal static class SwitchAge
{
    public static IReadOnlyList<string> Read(string directory) => ["sh", "-c", $"echo $(( $(date +%s) - $(stat -c %Y {directory}) ))"];

    public static TimeSpan? Parse(string output) =>
        int.TryParse(output, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;
}
