using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Compose.Fronts.Reading;

namespace Slipway.Compose.Fronts.Others;

/// <summary>Reads in the configuration of an Apache where requests go, and which hosts it serves.</summary>
internal static partial class ApacheReader
{
    /// <summary>Reads all of its files.</summary>
    public static void Read(FrontFiles files, FrontReading reading)
    {
        foreach (var file in files.All)
        {
            var text = Comment().Replace(file.Text, "");
            AddressScan.Into(reading, text);
            ReadSites(text, reading);
        }
    }

    private static void ReadSites(string text, FrontReading reading)
    {
        var (ports, names, isTls) = (new List<int>(), new List<string>(), false);
        foreach (Match line in Line().Matches(text))
        {
            var values = line.Groups["values"].Value.Trim().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            switch (line.Groups["name"].Value.ToUpperInvariant())
            {
                case "<VIRTUALHOST":
                    ports = [.. values.Select(v => Port().Match(v)).Where(m => m.Success).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture))];
                    (names, isTls) = ([], false);
                    break;
                case "SERVERNAME" or "SERVERALIAS":
                    names.AddRange(values.Select(v => v.Split("://")[^1].Split(':')[0]).Where(v => v.Contains('.', StringComparison.Ordinal)));
                    break;
                case "SSLENGINE":
                    isTls = values is [var on] && on.Equals("on", StringComparison.OrdinalIgnoreCase);
                    break;
                case "</VIRTUALHOST":
                    reading.Sites.AddRange(ports.SelectMany(p => names.Where(n => Host().IsMatch(n)).Select(n => new FrontSite(p, isTls, n))));
                    (ports, names) = ([], []);
                    break;
            }
        }
    }

    [GeneratedRegex(@"(?m)^[ \t]*#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"(?m)^[ \t]*(?<name></?VirtualHost|ServerName|ServerAlias|SSLEngine)\b(?<values>[^>\r\n]*)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Line();

    [GeneratedRegex("(?<=:)[0-9]{1,5}$")]
    private static partial Regex Port();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9.-]*$")]
    private static partial Regex Host();
}
