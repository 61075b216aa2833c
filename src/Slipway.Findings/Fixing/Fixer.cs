using Slipway.Findings.Fixes;
using Slipway.Findings.Sources;

namespace Slipway.Findings.Fixing;

/// <summary>
/// Mends a file until nothing is left to mend: of fixes that get into each other's way the first is applied, then the
/// text is looked at anew.
/// </summary>
/// <param name="lint">Finds what is wrong with a text, in the order of the file.</param>
/// <param name="rounds">After how many changes to give up, at least 1.</param>
public sealed class Fixer(Func<SourceText, IReadOnlyList<Finding>> lint, int rounds = 32)
{
    /// <summary>Mends a file.</summary>
    /// <param name="source">The file.</param>
    /// <returns>What came of it. Nothing is written.</returns>
    public FixOutcome Run(SourceText source)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { source.Text };
        var applied = new List<Finding>();
        var files = new Dictionary<string, NewFile>(StringComparer.Ordinal);
        var current = source;
        for (var round = 0; ; round++)
        {
            var findings = lint(current);
            applied.AddRange(findings.Where(f => f.Fix.File is { } file && files.TryAdd(file.Path, file)));

            var edits = new EditSet();
            var chosen = findings.Where(f => edits.TryAdd(f.Fix)).ToList();
            if (chosen.Count == 0)
            {
                return new(source, current, applied, findings, [.. files.Values], round, Converged: true);
            }

            current = edits.Apply(current);
            if (round + 1 >= rounds || !seen.Add(current.Text))
            {
                // Text that never comes to rest is not worth writing.
                return new(source, source, [], lint(source), [], round + 1, Converged: false);
            }

            applied.AddRange(chosen);
        }
    }
}
