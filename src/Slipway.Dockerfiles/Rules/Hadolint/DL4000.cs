using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>MAINTAINER.</summary>
internal sealed class DL4000() : StepRule(new("DL4000", Severity.Error, "Use a label instead of MAINTAINER", "MAINTAINER is deprecated."), "MAINTAINER")
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        yield return At(context, step.Instruction.Span, "MAINTAINER is deprecated", MaintainerLabel.Of(step));
    }
}
