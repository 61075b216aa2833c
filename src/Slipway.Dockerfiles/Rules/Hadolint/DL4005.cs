using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>The shell is replaced by a link.</summary>
internal sealed class DL4005()
    : CommandRule(new(
        "DL4005", Severity.Warning, "Use SHELL to change the shell of steps", "A link in place of /bin/sh changes it for every program of the image.",
        "programs of the image may have come to rely on it"))
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step, ShellCommand command)
    {
        if (command.Name == "ln" && command.Words.Any(w => w.Text == "/bin/sh"))
        {
            yield return At(context, command.Span, "a link takes the place of /bin/sh");
        }
    }
}
