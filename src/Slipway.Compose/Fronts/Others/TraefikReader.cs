using System.Text.RegularExpressions;
using Slipway.Compose.Fronts.Reading;
using Slipway.Compose.Traefik;

namespace Slipway.Compose.Fronts.Others;

/// <summary>
/// Reads in the files of a Traefik (its file provider, in YAML or TOML) where requests go, and which of them its routers take. Its entry points,
/// which may be in a command or a file of their own, are known by what they are usually called.
/// </summary>
internal static partial class TraefikReader
{
    /// <summary>Reads all of its files.</summary>
    public static void Read(FrontFiles files, FrontReading reading)
    {
        foreach (var file in files.All)
        {
            var text = Comment().Replace(file.Text, "");
            AddressScan.Into(reading, text);
            foreach (Match router in Rule().Matches(text))
            {
                var rule = router.Groups["rule"].Value.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("''", "'", StringComparison.Ordinal);
                var isTls = IsTls(text, router);
                reading.Sites.AddRange(TraefikRule.Requests(rule).SelectMany(r => Ports(isTls).Select(p => new FrontSite(p, isTls, r.Host, r.Path))));
            }
        }
    }

    private static int[] Ports(bool isTls) => isTls ? [443, 8443] : [80, 8000];

    // A router's other lines are indented as its rule is (YAML), or in the same table or one below (TOML).
    private static bool IsTls(string text, Match rule)
    {
        if (Table().Matches(text[..rule.Index]) is [.., var table])
        {
            return text.Contains($"[{table.Groups["name"].Value}.tls", StringComparison.Ordinal)
                || text[table.Index..].Split('\n').Skip(1).TakeWhile(l => !l.TrimStart().StartsWith('[')).Any(l => Tls().IsMatch(l));
        }

        var indent = Indent(rule.Value);
        var before = text[..rule.Index].Split('\n')[..^1].Reverse().TakeWhile(l => Belongs(l, indent));
        var after = text[(rule.Index + rule.Length)..].Split('\n').Skip(1).TakeWhile(l => Belongs(l, indent));
        return before.Concat(after).Any(l => Indent(l) == indent && Tls().IsMatch(l));
    }

    private static bool Belongs(string line, int indent) => line.Trim().Length == 0 || Indent(line) >= indent;

    private static int Indent(string line) => line.TakeWhile(c => c is ' ' or '\t').Count();

    [GeneratedRegex(@"(?m)^[ \t]*#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(
        """(?m)^[ \t]*"?rule"?\s*[:=]\s*(?:"(?<rule>(?:[^"\\\r\n]|\\.)*)"|'(?<rule>(?:[^'\r\n]|'')*)'|(?<rule>[^"'\s][^\r\n]*))""",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Rule();

    [GeneratedRegex("""^[ \t]*"?tls"?\s*[:=.]""")]
    private static partial Regex Tls();

    [GeneratedRegex("""(?m)^[ \t]*\[(?<name>http[.]routers[.][^\].]+)\]""", RegexOptions.ExplicitCapture)]
    private static partial Regex Table();
}
