using Slipway.Dockerfiles.Contexts;
using Slipway.Findings;
using Slipway.Findings.Fixes;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Rules;

/// <summary>One thing to look for in a Dockerfile.</summary>
/// <param name="info">What it is about.</param>
internal abstract class DockerfileRule(RuleInfo info)
{
    public RuleInfo Info => info;

    /// <summary>Looks at a file.</summary>
    public abstract IEnumerable<Finding> Check(LintContext context);

    /// <summary>The better advice that wins over a finding of this rule, or null.</summary>
    public virtual string? Outweighs(LintContext context, Finding finding) => null;

    protected Finding At(LintContext context, TextSpan span, string message, Fix? fix = null) => Finding.At(info, context.Source, span, message, fix);
}
