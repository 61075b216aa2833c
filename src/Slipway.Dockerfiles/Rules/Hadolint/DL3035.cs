using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>zypper dist-upgrade.</summary>
internal sealed class DL3035()
    : CommandRule(new(
        "DL3035", Severity.Warning, "Don't upgrade the distribution with zypper",
        "It changes every package of the base image; a newer base image does that in a way that can be repeated.", "a newer base image has to take its place"))
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step, ShellCommand command)
    {
        if (command.Is("zypper", "dist-upgrade", "dup"))
        {
            yield return At(context, command.Span, "zypper upgrades the whole distribution");
        }
    }
}
