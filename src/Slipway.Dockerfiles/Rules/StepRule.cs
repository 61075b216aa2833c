using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules;

/// <summary>A rule that looks at instructions of some kinds, one by one.</summary>
/// <param name="info">What it is about.</param>
/// <param name="names">The kinds, in upper case.</param>
internal abstract class StepRule(RuleInfo info, params string[] names) : DockerfileRule(info)
{
    public sealed override IEnumerable<Finding> Check(LintContext context) =>
        names.SelectMany(context.Named).SelectMany(s => Check(context, s));

    protected abstract IEnumerable<Finding> Check(LintContext context, Step step);
}
