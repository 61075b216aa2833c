using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Compose.Rules.Health;

/// <summary>Where a probe asks, as far as its words say.</summary>
/// <param name="Host">The host, or null when none is named.</param>
/// <param name="Port">The port, or null when none is named.</param>
/// <param name="PortText">The port's digits within their word, with what stands in front of them.</param>
internal sealed partial record ProbeTarget(string? Host, int? Port, string PortText)
{
    /// <summary>Reads URLs of HTTP, and host and port of nc, pg_isready, redis-cli and mysqladmin.</summary>
    public static IEnumerable<ProbeTarget> Of(IReadOnlyList<string> words)
    {
        var text = string.Join(' ', words.Skip(1));
        if (text.Contains("--unix-socket", StringComparison.Ordinal))
        {
            // The address is only what the request says, and nothing is asked there.
            yield break;
        }

        foreach (Match url in Url().Matches(text))
        {
            var port = url.Groups["port"].Value;
            var scheme = url.Groups["scheme"].Value;
            yield return new(
                url.Groups["host"].Value.Trim('[', ']'),
                port.Length > 0 ? int.Parse(port, CultureInfo.InvariantCulture) : scheme == "https" ? 443 : scheme == "http" ? 80 : null,
                port.Length > 0 ? ":" + port : "");
        }

        if (NetCat().Match(text) is { Success: true } nc)
        {
            yield return new(nc.Groups["host"].Value, int.Parse(nc.Groups["port"].Value, CultureInfo.InvariantCulture), nc.Groups["port"].Value);
        }
    }

    [GeneratedRegex(
        @"(?:(?<scheme>https?)://|\s|^)(?<host>localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|(?<=://)[A-Za-z0-9_.-]+)(?::(?<port>[0-9]{1,5}))?(?=[/\s'""?]|$)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Url();

    [GeneratedRegex(@"(?:^|\s)nc(?:at)?\s(?:-\S+\s+(?:[0-9]+\s+)?)*(?<host>[A-Za-z0-9_.-]+)\s+(?<port>[0-9]{1,5})(?:\s|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex NetCat();
}
