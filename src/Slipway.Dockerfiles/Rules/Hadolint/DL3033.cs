using Slipway.Dockerfiles.Shell;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>yum install without versions.</summary>
internal sealed class DL3033() : PinRule(new("DL3033", Severity.Warning, "Name versions in yum install", Because, WhichVersion))
{
    protected override IEnumerable<ShellWord> Packages(ShellCommand command) => command.Name == "yum" ? RpmPackages(command) : [];

    protected override bool IsPinned(string package) => HasRpmVersion(package) || IsStream(package);
}
