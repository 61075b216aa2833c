using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>ONBUILD of what can't be triggered.</summary>
internal sealed class DL3043()
    : StepRule(new(
        "DL3043", Severity.Error, "Trigger neither ONBUILD nor FROM nor MAINTAINER", "The engine refuses it.", "what was meant isn't known"), "ONBUILD")
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        var name = step.Instruction.Rest.Text.Split(' ', '\t')[0].ToUpperInvariant();
        if (name is "ONBUILD" or "FROM" or "MAINTAINER")
        {
            yield return At(context, step.Instruction.Span, $"ONBUILD can't trigger {name}");
        }
    }
}
