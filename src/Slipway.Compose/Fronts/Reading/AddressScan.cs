using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Compose.Fronts.Reading;

/// <summary>Finds the addresses of services in a text of whatever kind.</summary>
internal static partial class AddressScan
{
    /// <summary>Notes all of them.</summary>
    public static void Into(FrontReading reading, string text)
    {
        var filled = reading.Names.Filled(text);
        foreach (var (scheme, host, port) in Of(filled))
        {
            if (scheme is "http" or "ws")
            {
                reading.Reaches(host, port);
            }
            else
            {
                reading.Speaks(Protocol(scheme), host);
            }
        }
    }

    /// <summary>What is spoken in an address that isn't plain HTTP.</summary>
    public static string Protocol(string scheme) => scheme switch
    {
        "fcgi" or "fastcgi" => "FastCGI",
        "h2c" or "h2" or "grpc" or "grpcs" => "HTTP/2",
        "https" or "wss" => "TLS",
        _ => scheme,
    };

    /// <summary>The addresses in a text with a scheme and a port, HTTP's where none is written.</summary>
    public static IEnumerable<(string Scheme, string Host, int Port)> Of(string text)
    {
        foreach (Match match in Url().Matches(text))
        {
            var scheme = match.Groups["scheme"].Value.ToLowerInvariant();
            yield return (scheme, match.Groups["host"].Value, Number(match) ?? (scheme is "https" or "wss" ? 443 : 80));
        }

        foreach (Match match in Bare().Matches(text).Concat(Envoy().Matches(text)).Concat(Varnish().Matches(text)))
        {
            yield return ("http", match.Groups["host"].Value, Number(match) ?? 80);
        }
    }

    private static int? Number(Match match) =>
        match.Groups["port"] is { Success: true } port
            && int.TryParse(port.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 65535
            ? number
            : null;

    [GeneratedRegex(
        "(?<scheme>https?|wss?|fcgi|fastcgi|uwsgi|scgi|ajp|h2c?|grpcs?|tcp)://(?<host>[A-Za-z0-9][A-Za-z0-9_.-]*)(?::(?<port>[0-9]{1,5}))?",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Url();

    [GeneratedRegex(@"(?<![A-Za-z0-9_.@/-])(?<host>[A-Za-z0-9][A-Za-z0-9_.-]*):(?<port>[0-9]{2,5})(?![0-9A-Za-z_.-])", RegexOptions.ExplicitCapture)]
    private static partial Regex Bare();

    /// <summary>An address of Envoy's, in YAML or JSON.</summary>
    [GeneratedRegex(
        """\baddress"?\s*:\s*"?(?<host>[A-Za-z0-9][A-Za-z0-9_.-]*)"?[\s,]+"?port_value"?\s*:\s*(?<port>[0-9]{1,5})""", RegexOptions.ExplicitCapture)]
    private static partial Regex Envoy();

    /// <summary>A backend of Varnish's.</summary>
    [GeneratedRegex("""\.host\s*=\s*"(?<host>[^"]+)"\s*;(?:\s*\.port\s*=\s*"(?<port>[0-9]{1,5})")?""", RegexOptions.ExplicitCapture)]
    private static partial Regex Varnish();
}
