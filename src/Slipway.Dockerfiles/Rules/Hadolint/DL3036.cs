using Slipway.Dockerfiles.Shell;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>zypper leaves its cache in the image.</summary>
internal sealed class DL3036() : CleanRule(new("DL3036", Severity.Warning, "Call zypper clean after zypper install", Because, Refusal), "/var/cache/zypp")
{
    protected override bool Fills(ShellCommand command) => command.Is("zypper", "install", "in");

    protected override bool Cleans(ShellCommand filled, ShellCommand command) => command.Is("zypper", "clean", "cc") || Removes(command, "/var/cache/zypp");
}
