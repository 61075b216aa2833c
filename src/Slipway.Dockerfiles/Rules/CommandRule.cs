using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules;

/// <summary>A rule that looks at the commands of RUN instructions, one by one.</summary>
/// <param name="info">What it is about.</param>
internal abstract class CommandRule(RuleInfo info) : StepRule(info, "RUN")
{
    protected sealed override IEnumerable<Finding> Check(LintContext context, Step step) =>
        step.Script.Commands.SelectMany(c => Check(context, step, c));

    protected abstract IEnumerable<Finding> Check(LintContext context, Step step, ShellCommand command);
}
