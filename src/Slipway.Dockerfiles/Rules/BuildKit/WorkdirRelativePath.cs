using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.BuildKit;

/// <summary>A relative WORKDIR before any absolute one.</summary>
internal sealed class WorkdirRelativePath()
    : StepRule(new(
        "WorkdirRelativePath", Severity.Warning, "Begin with an absolute WORKDIR", "The folder moves when the base image sets another one.",
        "the folder that it starts from is that of the base image"), "WORKDIR")
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        if (!step.IsTrigger
            && step.Before.Folder is null
            && step.Instruction.Words is [var word]
            && word.Text.Trim('"', '\'') is { Length: > 0 } path
            && path[0] is not ('/' or '$' or '\\')
            && !(path.Length > 1 && path[1] == ':'))
        {
            yield return At(context, word.Span, $"{path} starts from a folder that the base image chooses");
        }
    }
}
