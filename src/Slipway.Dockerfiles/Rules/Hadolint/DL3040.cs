using Slipway.Dockerfiles.Shell;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>dnf leaves its cache in the image.</summary>
internal sealed class DL3040()
    : CleanRule(new(
        "DL3040", Severity.Warning, "Call dnf clean all after dnf install", Because, Refusal), "/var/cache/dnf", "/var/cache/libdnf5", "/root/.cache/libdnf5")
{
    protected override bool Fills(ShellCommand command) =>
        command.Name is "dnf" or "microdnf" && command.Verb is "install" or "in" or "upgrade" or "up" or "reinstall" or "rei" or "upgrade-minimal" or "up-min";

    // Each of the two has a cache of its own.
    protected override bool Cleans(ShellCommand filled, ShellCommand command) =>
        (command.Name == filled.Name && command.Verb == "clean" && command.Words.Any(w => w.Text == "all"))
            || Removes(command, "/var/cache/dnf")
            || Removes(command, "/var/cache/yum")
            || Removes(command, "/var/cache/libdnf5");
}
