using Slipway.Dockerfiles.Shell;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>gem install without versions.</summary>
internal sealed class DL3028() : PinRule(new("DL3028", Severity.Warning, "Name versions in gem install", Because, WhichVersion))
{
    protected override IEnumerable<ShellWord> Packages(ShellCommand command) =>
        command.Is("gem", "install", "i") && command.OptionValue("version", "v") is null
            ? command.Operands("-i", "--install-dir", "-n", "--bindir", "--source", "-s", "-P", "--platform", "--use-system-libraries")
                .Skip(1)
                .TakeWhile(w => w.Span.Start < End(command))
            : [];

    // What follows -- is for the compiler of what is installed.
    private static int End(ShellCommand command) => command.Words.FirstOrDefault(w => w.Text == "--")?.Span.Start ?? int.MaxValue;

    protected override bool IsPinned(string package) => package.Contains(':', StringComparison.Ordinal) || package.EndsWith(".gem", StringComparison.Ordinal);
}
