using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.BuildKit;

/// <summary>CMD and ENTRYPOINT in shell form.</summary>
internal sealed class JSONArgsRecommended()
    : StepRule(new(
        "JSONArgsRecommended", Severity.Warning, "Write CMD and ENTRYPOINT as JSON",
        "A shell stands between the engine and the application and doesn't pass signals on."), "CMD", "ENTRYPOINT")
{
    // With a SHELL of its own, the file has said which shell it wants in between.
    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        if (!step.IsTrigger && !step.Instruction.IsJson && step.Instruction.Words.Count > 0 && step.Before.Shell is null)
        {
            yield return At(context, step.Instruction.Rest.Span, $"{step.Instruction.Name} is in shell form", JsonForm.Of(context, step));
        }
    }
}
