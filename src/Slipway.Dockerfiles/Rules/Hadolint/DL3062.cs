using Slipway.Dockerfiles.Shell;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>go install without versions.</summary>
internal sealed class DL3062() : PinRule(new("DL3062", Severity.Warning, "Name versions in go install", Because, WhichVersion))
{
    protected override IEnumerable<ShellWord> Packages(ShellCommand command)
    {
        var operands = command.Operands("-o", "-tags", "-ldflags", "-gcflags", "-mod", "-p", "-C");
        return command.Is("go", "install", "get") ? operands.Skip(1).Where(w => w.Text != "tool") : command.Is("go", "run") ? operands.Skip(1).Take(1) : [];
    }

    protected override bool IsPinned(string package) =>
        package.StartsWith('.') || package.StartsWith('/') || package.StartsWith('$') || package.EndsWith(".go", StringComparison.Ordinal)
        || (package.Contains('@', StringComparison.Ordinal)
            && !package.EndsWith("@latest", StringComparison.Ordinal)
            && !package.EndsWith("@none", StringComparison.Ordinal));
}
