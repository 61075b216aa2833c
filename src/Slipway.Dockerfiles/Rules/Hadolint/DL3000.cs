using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>WORKDIR with a relative path.</summary>
internal sealed class DL3000()
    : StepRule(new(
        "DL3000", Severity.Error, "Use an absolute path in WORKDIR", "A relative path depends on what the base image or an earlier line has set.",
        "the folder that it starts from is that of the base image"), "WORKDIR")
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        if (step.Instruction.Words is not [var word]
            || word.Text.Trim('"', '\'') is not { Length: > 0 } path
            || path[0] is '/' or '$' or '\\'
            || (path.Length > 1 && path[1] == ':'))
        {
            yield break;
        }

        var folder = step.Before.Folder is { } before && word.Text.AsSpan().IndexOfAny("\"'$\\") < 0 && !step.IsTrigger
            ? ContainerPath.Join(before, path)
            : null;
        yield return At(
            context, word.Span, $"{path} is relative",
            folder is null || folder.AsSpan().IndexOfAny(" $\"'") >= 0 ? null : Fix.Replace("the same folder, written out", word.Span, folder));
    }
}
