using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>A step changes the folder by itself.</summary>
internal sealed class DL3003()
    : CommandRule(new(
        "DL3003", Severity.Warning, "Use WORKDIR to change the folder",
        "A cd lasts until the end of its step, which is easily missed by who reads the next one.", "the rest of the step depends on the folder"))
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step, ShellCommand command)
    {
        if (command.Name == "cd")
        {
            yield return At(context, command.Span, $"{command}: WORKDIR is there for it");
        }
    }
}
