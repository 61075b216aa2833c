using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>CMD and ENTRYPOINT in shell form.</summary>
internal sealed class DL3025()
    : StepRule(new(
        "DL3025", Severity.Warning, "Write CMD and ENTRYPOINT as JSON", "A shell stands between the engine and the application and doesn't pass signals on."),
        "CMD", "ENTRYPOINT", "HEALTHCHECK")
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        // A HEALTHCHECK's first word is CMD or NONE.
        var isCheck = step.Is("HEALTHCHECK");
        if (!step.Instruction.IsJson && step.Instruction.Words.Count > (isCheck ? 1 : 0))
        {
            yield return At(context, step.Instruction.Rest.Span, $"{step.Instruction.Name} is in shell form", isCheck
                ? Fix.Refused("what a check asks of its shell, such as another exit code, would be lost")
                : JsonForm.Of(context, step));
        }
    }
}
