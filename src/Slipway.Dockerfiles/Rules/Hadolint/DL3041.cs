using Slipway.Dockerfiles.Shell;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>dnf install without versions.</summary>
internal sealed class DL3041() : PinRule(new("DL3041", Severity.Warning, "Name versions in dnf install", Because, WhichVersion))
{
    protected override IEnumerable<ShellWord> Packages(ShellCommand command) =>
        command.Name is "dnf" or "microdnf" ? RpmPackages(command) : [];

    protected override bool IsPinned(string package) => HasRpmVersion(package) || IsStream(package);
}
