using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>Commands that have no meaning in a build.</summary>
internal sealed class DL3001()
    : CommandRule(new(
        "DL3001", Severity.Info, "Leave out commands that mean nothing in a build",
        "A build has no terminal, no services and no other processes for such a command to act on.", "what it was meant to do isn't known"))
{
    private static readonly string[] Pointless = ["free", "kill", "mount", "ps", "service", "shutdown", "ssh", "top", "vim", "ifconfig"];

    protected override IEnumerable<Finding> Check(LintContext context, Step step, ShellCommand command)
    {
        if (Pointless.Contains(command.Name))
        {
            yield return At(context, command.Span, $"{command.Name} means nothing in a build");
        }
    }
}
