using Slipway.Dockerfiles.Shell;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>gem install without versions.</summary>
internal sealed class DL3028() : PinRule(new("DL3028", Severity.Warning, "Name versions in gem install", Because, WhichVersion))
{
    protected override IEnumerable<ShellWord> Packages(ShellCommand command) =>
        command.Is("gem", "install", "i") && command.OptionValue("version", "v") is null
            ? command.Operands("-i", "--install-dir", "-n", "--bindir", "--source", "-s", "-P", "--platform").Skip(1)
            : [];

    protected override bool IsPinned(string package) => package.Contains(':', StringComparison.Ordinal) || package.EndsWith(".gem", StringComparison.Ordinal);
}
