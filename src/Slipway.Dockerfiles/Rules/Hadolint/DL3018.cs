using Slipway.Dockerfiles.Shell;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>apk add without versions.</summary>
internal sealed class DL3018() : PinRule(new("DL3018", Severity.Warning, "Name versions in apk add", Because, WhichVersion))
{
    protected override IEnumerable<ShellWord> Packages(ShellCommand command) =>
        command.Is("apk", "add") ? command.Operands("-t", "--virtual", "--repository", "-X", "-p", "--root").Where(w => w.Text != "add") : [];

    protected override bool IsPinned(string package) => package.AsSpan().IndexOfAny("=~<>") >= 0 || package.EndsWith(".apk", StringComparison.Ordinal);
}
