using Slipway.Dockerfiles.Shell;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>zypper install without versions.</summary>
internal sealed class DL3037() : PinRule(new("DL3037", Severity.Warning, "Name versions in zypper install", Because, WhichVersion))
{
    protected override IEnumerable<ShellWord> Packages(ShellCommand command) =>
        command.Is("zypper", "install", "in") ? command.Operands("-t", "--type", "-r", "--repo", "--from").Skip(1) : [];

    protected override bool IsPinned(string package) => package.AsSpan().IndexOfAny("=<>") >= 0 || package.EndsWith(".rpm", StringComparison.Ordinal);
}
