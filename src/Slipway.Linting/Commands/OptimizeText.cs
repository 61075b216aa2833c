using Slipway.Findings;
using Slipway.Findings.Diffs;
using Slipway.Findings.Fixing;

namespace Slipway.Linting.Commands;

/// <summary>Writes for people what Optimize does. The differences go to standard output, so that they can be piped into a patch.</summary>
internal static class OptimizeText
{
    public static void Write(IReadOnlyList<FixOutcome> outcomes, string folder, bool applied, TextWriter output, TextWriter errors)
    {
        foreach (var outcome in outcomes)
        {
            output.Write(UnifiedDiff.Of(InDiff(outcome.Before.Path, folder), outcome.Before.Text, outcome.After.Text));
            foreach (var file in outcome.Files)
            {
                output.Write(UnifiedDiff.Of(InDiff(file.Path, folder), null, file.Content));
            }

            Explain(outcome, errors);
        }

        var changed = outcomes.Count(o => o.Changes);
        errors.WriteLine(changed == 0 ? "Nothing to mend." : applied ? $"{Files(changed)} mended."
            : $"{Files(changed)} would be mended; --apply writes that.");
    }

    /// <summary>The name of a file in a difference: relative, so that <c>git apply</c> works in the folder that the command runs in, else in the
    /// application's.</summary>
    internal static string InDiff(string path, string folder) =>
        Path.IsPathRooted(path) && Path.GetRelativePath(folder, path) is var relative && !relative.StartsWith("..", StringComparison.Ordinal)
            ? relative.Replace(Path.DirectorySeparatorChar, '/')
            : path;

    private static void Explain(FixOutcome outcome, TextWriter errors)
    {
        if (!outcome.Converged)
        {
            errors.WriteLine($"{outcome.Before.Path}: its fixes came to no end, so nothing is changed");
        }

        // Whoever has it mended is told what can't be.
        foreach (var error in outcome.Remaining.Where(f => f.Severity == Severity.Error))
        {
            errors.WriteLine($"{error}; no fix: {error.Fix.Reason}");
        }

        foreach (var fix in outcome.Applied.DistinctBy(f => (f.Rule.Code, f.Fix.Reason)))
        {
            errors.WriteLine($"{outcome.Before.Path}: {fix.Rule.Code}: {fix.Fix.Reason}");
        }
    }

    private static string Files(int count) => count == 1 ? "1 file" : $"{count} files";
}
