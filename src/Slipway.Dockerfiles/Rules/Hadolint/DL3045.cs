using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>COPY to a relative path without WORKDIR.</summary>
internal sealed class DL3045()
    : StepRule(new(
        "DL3045", Severity.Warning, "Set WORKDIR before copying to a relative path", "Where the files end up depends on the base image.",
        "the folder is that of the base image"), "COPY")
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        if (step.Instruction.Words.Count < 2 || step.Before.HasFolder || (step.IsTrigger && HasFolderWhenTriggered(context, step)))
        {
            yield break;
        }

        var target = step.Instruction.Words[^1].Text.Trim('"', '\'');
        if (target.Length > 0 && target[0] is not ('/' or '$' or '\\') && !(target.Length > 1 && target[1] == ':'))
        {
            yield return At(context, step.Instruction.Words[^1].Span, $"{target} is relative and there is no WORKDIR");
        }
    }

    private static bool HasFolderWhenTriggered(LintContext context, Step step) =>
        context.Named("WORKDIR").Any(s => s.IsTrigger && s.Stage == step.Stage && s.Index < step.Index);
}
