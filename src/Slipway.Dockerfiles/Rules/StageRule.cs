using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules;

/// <summary>A rule that looks at stages, one by one.</summary>
/// <param name="info">What it is about.</param>
internal abstract class StageRule(RuleInfo info) : DockerfileRule(info)
{
    public sealed override IEnumerable<Finding> Check(LintContext context) => context.Stages.SelectMany(s => Check(context, s));

    protected abstract IEnumerable<Finding> Check(LintContext context, Stage stage);
}
