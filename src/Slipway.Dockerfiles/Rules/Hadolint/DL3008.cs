using Slipway.Dockerfiles.Shell;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>apt-get install without versions.</summary>
internal sealed class DL3008() : PinRule(new("DL3008", Severity.Warning, "Name versions in apt-get install", Because, WhichVersion))
{
    protected override IEnumerable<ShellWord> Packages(ShellCommand command) =>
        command.Is("apt-get", "install") ? command.Operands("-t", "--target-release", "--default-release", "-o", "-c").Where(w => w.Text != "install") : [];

    protected override bool IsPinned(string package) =>
        package.Contains('=', StringComparison.Ordinal)
            || package.Contains('/', StringComparison.Ordinal)
            || package.EndsWith(".deb", StringComparison.Ordinal);
}
