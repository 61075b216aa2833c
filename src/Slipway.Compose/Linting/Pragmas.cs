using Slipway.Findings;
using Slipway.Findings.Sources;

namespace Slipway.Compose.Linting;

/// <summary>Comments that silence rules: <c># slipway ignore=SLC203</c> on the line or the one above, <c># slipway global ignore=</c> anywhere.</summary>
internal static class Pragmas
{
    private const string Tool = "# slipway ";

    /// <summary>What the comments of a file silence.</summary>
    public static Func<Finding, bool> Of(SourceText source)
    {
        if (!source.Text.Contains(Tool, StringComparison.Ordinal))
        {
            return _ => false;
        }

        var global = Enumerable.Range(1, source.LineCount).Select(source.Line).Where(l => l.Contains(Tool, StringComparison.Ordinal)).ToList();
        return f => Silence(source, f) || global.Exists(l => Names(l, "global ignore=", f.Rule.Code));
    }

    private static bool Silence(SourceText source, Finding finding) =>
        Names(source.Line(finding.Start.Line), "ignore=", finding.Rule.Code)
            || (finding.Start.Line > 1
                && source.Line(finding.Start.Line - 1) is var above
                && above.TrimStart().StartsWith('#')
                && Names(above, "ignore=", finding.Rule.Code));

    private static bool Names(string line, string kind, string code)
    {
        var start = line.IndexOf(Tool + kind, StringComparison.Ordinal);
        return start >= 0
            && line[(start + Tool.Length + kind.Length)..].Split('#')[0].Split(',', StringSplitOptions.TrimEntries).Contains(code, StringComparer.Ordinal);
    }
}
