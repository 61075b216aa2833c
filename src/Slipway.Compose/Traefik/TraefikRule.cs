using System.Text.RegularExpressions;

namespace Slipway.Compose.Traefik;

/// <summary>Finds requests that a router's rule takes: the names and path prefixes that it writes out.</summary>
internal static partial class TraefikRule
{
    private const int LongestRule = 4096;

    /// <summary>The hosts with a path each. What a rule says by patterns, headers or queries is left out.</summary>
    /// <param name="rule">A rule such as <c>Host(`a.test`) &amp;&amp; PathPrefix(`/blog`)</c>.</param>
    public static IEnumerable<(string Host, string Path)> Requests(string rule)
    {
        foreach (var clause in rule.Length > LongestRule ? [] : rule.Split("||"))
        {
            // Without a bracket more than it closes, an alternative may stand alone; what is asked of the request besides can't be known here.
            if (Others().IsMatch(clause))
            {
                continue;
            }

            var path = Path().Match(clause) is { Success: true } match ? match.Groups["path"].Value : "/";
            foreach (Match hosts in Hosts().Matches(clause))
            {
                foreach (Match name in Name().Matches(hosts.Groups["names"].Value))
                {
                    yield return (name.Groups["name"].Value, path.StartsWith('/') ? path : "/");
                }
            }
        }
    }

    [GeneratedRegex(@"\bHost\((?<names>[^)]*)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Hosts();

    [GeneratedRegex("[`\"'](?<name>[A-Za-z0-9.-]+)[`\"']", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();

    [GeneratedRegex("\\bPath(?:Prefix)?\\(\\s*[`\"'](?<path>[A-Za-z0-9/_.~-]+)[`\"']", RegexOptions.ExplicitCapture)]
    private static partial Regex Path();

    [GeneratedRegex(@"![A-Z(]|\b(?:Headers?|HeadersRegexp|HeaderRegexp|Method|Query|QueryRegexp|ClientIP)\(")]
    private static partial Regex Others();
}
