using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Compose.Fronts.Reading;

namespace Slipway.Compose.Fronts.Others;

/// <summary>Reads in the Caddyfile where requests go, and which hosts it serves.</summary>
internal static partial class CaddyReader
{
    /// <summary>Reads all of its files.</summary>
    public static void Read(FrontFiles files, FrontReading reading)
    {
        foreach (var file in files.All)
        {
            if (Path.GetExtension(file.Path) is ".json" or ".yaml" or ".yml")
            {
                AddressScan.Into(reading, file.Text);
            }
            else
            {
                Read(reading.Names.Filled(file.Text), reading);
            }
        }
    }

    private static void Read(string text, FrontReading reading)
    {
        var (depth, isFirst) = (0, true);
        foreach (var line in text.Split('\n').Select(l => Comment().Replace(l, "").Trim()).Where(l => l.Length > 0))
        {
            // A file of one site may do without braces: its first line is the address then.
            if (depth == 0 && line != "}" && (isFirst || line[^1] is '{' or ','))
            {
                ReadAddresses(line.TrimEnd('{'), reading);
            }

            isFirst = false;
            ReadPass(line, reading);
            depth += line.EndsWith('{') && !line.EndsWith("}{", StringComparison.Ordinal) ? 1 : line == "}" ? -1 : 0;
        }
    }

    private static void ReadAddresses(string line, FrontReading reading)
    {
        foreach (Match match in Address().Matches(line))
        {
            var (scheme, host) = (match.Groups["scheme"].Value, match.Groups["host"].Value);
            int? written = match.Groups["port"] is { Success: true } port ? int.Parse(port.Value, CultureInfo.InvariantCulture) : null;
            if (host.Length == 0 && written is null)
            {
                continue;
            }

            var isTls = scheme == "https" || (scheme != "http" && host.Length > 0 && written != 80);
            reading.Sites.Add(new(written ?? (isTls ? 443 : 80), isTls, host.Length > 0 ? host : null));
        }
    }

    private static void ReadPass(string line, FrontReading reading)
    {
        var words = line.TrimEnd('{').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words is not ["reverse_proxy" or "php_fastcgi" or "to" or "forward_auth", .. var upstreams])
        {
            return;
        }

        foreach (var match in upstreams.Select(u => Upstream().Match(u)).Where(m => m.Success))
        {
            var host = match.Groups["host"].Value;
            if (words[0] == "php_fastcgi")
            {
                reading.Speaks("FastCGI", host);
            }
            else if (match.Groups["scheme"].Value is var scheme && scheme is "" or "http")
            {
                reading.Reaches(host, match.Groups["port"] is { Success: true } port ? int.Parse(port.Value, CultureInfo.InvariantCulture) : 80);
            }
            else
            {
                reading.Speaks(AddressScan.Protocol(scheme), host);
            }
        }
    }

    [GeneratedRegex(@"(?:^|(?<=\s))#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"(?<=^|[\s,])(?:(?<scheme>https?)://)?(?<host>localhost|[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)?(?::(?<port>[0-9]{1,5}))?(?=[\s,/]|$)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    [GeneratedRegex("^(?:(?<scheme>https?|h2c)://)?(?<host>[A-Za-z0-9][A-Za-z0-9_.-]*)(?::(?<port>[0-9]{1,5}))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Upstream();
}
