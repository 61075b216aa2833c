using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>A whole file system is copied.</summary>
internal sealed class DL3067()
    : StepRule(new(
        "DL3067", Severity.Warning, "Don't copy a whole file system", "It hides what is needed, and overwrites what the base image has.",
        "which of the files are needed isn't known here"), "COPY")
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        if (step.Instruction.Flag("from") is not null
            && step.Instruction.Words.Count > 1
            && step.Instruction.Words[^1].Text.Trim('"') == "/"
            && step.Instruction.Words.SkipLast(1).Any(w => w.Text.Trim('"') == "/"))
        {
            yield return At(context, step.Instruction.Span, "copies a whole file system onto another");
        }
    }
}
