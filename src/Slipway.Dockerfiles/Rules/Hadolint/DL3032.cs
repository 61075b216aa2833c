using Slipway.Dockerfiles.Shell;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>yum leaves its cache in the image.</summary>
internal sealed class DL3032() : CleanRule(new("DL3032", Severity.Warning, "Call yum clean all after yum install", Because, Refusal), "/var/cache/yum")
{
    protected override bool Fills(ShellCommand command) => command.Is("yum", "install");

    protected override bool Cleans(ShellCommand filled, ShellCommand command) =>
        (command.Is("yum", "clean") && command.Words.Any(w => w.Text == "all")) || Removes(command, "/var/cache/yum");
}
