using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Rules.Hadolint;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.BuildKit;

/// <summary>The image's author, named by an instruction instead of a label.</summary>
internal sealed class MaintainerDeprecated()
    : StepRule(new("MaintainerDeprecated", Severity.Warning, "Use a label instead of MAINTAINER", "MAINTAINER is deprecated."), "MAINTAINER")
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        yield return At(context, step.Instruction.Span, "MAINTAINER is deprecated in favour of a label", MaintainerLabel.Of(step));
    }
}
