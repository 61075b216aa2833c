using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>apt-get install with everything that is recommended.</summary>
internal sealed class DL3015()
    : CommandRule(new(
        "DL3015", Severity.Info, "Call apt-get install with --no-install-recommends",
        "Recommended packages make the image larger and slower to pull, often several times.",
        "the application may use a package that came along as a recommendation"))
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step, ShellCommand command)
    {
        if (command.Is("apt-get", "install")
            && !command.HasOption("no-install-recommends")
            && !command.Words.Any(w => w.Text.Replace("\"", "", StringComparison.Ordinal) is "APT::Install-Recommends=false" or "APT::Install-Recommends=0"))
        {
            yield return At(context, command.Span, "apt-get installs what is recommended as well");
        }
    }
}
