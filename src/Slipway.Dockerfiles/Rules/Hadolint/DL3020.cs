using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>ADD for what COPY does.</summary>
internal sealed class DL3020()
    : StepRule(new(
        "DL3020", Severity.Error, "Use COPY for files and folders", "ADD downloads and unpacks, depending on what it is given; COPY does what it says."), "ADD")
{
    private static readonly string[] Archives =
        [".tar", ".Z", ".bz2", ".gz", ".lz", ".lzma", ".tZ", ".tb2", ".tbz", ".tbz2", ".tgz", ".tlz", ".tpz", ".txz", ".xz", ".zst"];

    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        var sources = step.Instruction.Words.SkipLast(1).Select(w => w.Text.Trim('"', '\'')).ToList();
        if (sources.Count == 0 || !sources.Exists(s => !IsRemote(s) && !Archives.Any(a => s.EndsWith(a, StringComparison.Ordinal))))
        {
            yield break;
        }

        var isSafe = sources.TrueForAll(s => !IsRemote(s) && s.AsSpan().IndexOfAny("*?[$") < 0 && !Archives.Any(a => s.EndsWith(a, StringComparison.Ordinal)))
            && step.Instruction.Flags.All(f => f.Name is "chown" or "chmod" or "link" or "exclude");
        yield return At(context, step.Instruction.KeywordSpan, $"ADD of {string.Join(", ", sources)}; COPY does the same", isSafe
            ? Fix.Replace(
                "COPY treats files and folders as ADD does", step.Instruction.KeywordSpan,
                char.IsAsciiLetterLower(step.Instruction.Keyword[0]) ? "copy" : "COPY")
            : Fix.Refused("some of the sources may be archives or addresses, which COPY treats in another way"));
    }

    private static bool IsRemote(string source) =>
        source.Contains("://", StringComparison.Ordinal)
            || source.StartsWith("git@", StringComparison.Ordinal)
            || source.StartsWith("<<", StringComparison.Ordinal)
            || source.EndsWith(".git", StringComparison.Ordinal);
}
