using Slipway.Dockerfiles.Shell;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>apt-get install without -y.</summary>
internal sealed class DL3014()
    : YesRule(new(
        "DL3014", Severity.Warning, "Call apt-get install with -y", "The build stops at a question that nobody answers."), ["apt-get"], ["install"],
        ["y", "yes", "qq", "assume-yes"])
{
    protected override bool AnswersOtherwise(ShellCommand command) =>
        command.Arguments.Count(w => w.Text is "-q" or "--quiet") > 1 || command.Words.Any(w => w.Text == "-q=2") || command.Runner?.Name == "yes";
}
