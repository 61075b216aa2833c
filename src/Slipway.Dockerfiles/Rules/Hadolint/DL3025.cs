using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>CMD and ENTRYPOINT in shell form.</summary>
internal sealed class DL3025()
    : StepRule(new(
        "DL3025", Severity.Warning, "Write CMD and ENTRYPOINT as JSON", "A shell stands between the engine and the application and doesn't pass signals on."),
        "CMD", "ENTRYPOINT")
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        if (!step.Instruction.IsJson && step.Instruction.Words.Count > 0)
        {
            yield return At(context, step.Instruction.Rest.Span, $"{step.Instruction.Name} is in shell form", JsonForm.Of(context, step));
        }
    }
}
