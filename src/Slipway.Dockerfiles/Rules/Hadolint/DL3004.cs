using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>sudo in a build.</summary>
internal sealed class DL3004()
    : CommandRule(new(
        "DL3004", Severity.Error, "Don't use sudo", "It passes on neither signals nor the environment as expected; USER says who runs a step.",
        "which user the step should have instead is for the authors to say"))
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step, ShellCommand command)
    {
        if (command.Name == "sudo")
        {
            yield return At(context, command.Words[0].Span, "sudo in a build; USER root is meant");
        }
    }
}
