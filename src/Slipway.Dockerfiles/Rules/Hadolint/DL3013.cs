using Slipway.Dockerfiles.Packages;
using Slipway.Dockerfiles.Shell;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>pip install without versions.</summary>
internal sealed class DL3013() : PinRule(new("DL3013", Severity.Warning, "Name versions in pip install", Because, WhichVersion))
{
    private static readonly string[] Signs = ["==", ">=", "<=", "~=", "!=", ">", "<"];

    protected override IEnumerable<ShellWord> Packages(ShellCommand command) =>
        PackageCalls.IsPip(command) && !PackageCalls.Of(command)!.ReadsManifest && command.OptionValue("constraint", "c", "requirement", "r") is null
            ? PackageCalls.PipOperands(command)
            : command.Is("pipx", "install") ? command.Operands("--python", "--pip-args", "--index-url", "-i", "--suffix", "--preinstall").Skip(1)
            : [];

    protected override bool IsPinned(string package)
    {
        if (package.StartsWith("git+", StringComparison.Ordinal) || package.StartsWith("hg+", StringComparison.Ordinal))
        {
            return package.LastIndexOf('@') > package.IndexOf("://", StringComparison.Ordinal) + 3;
        }

        return Signs.Any(s => package.Contains(s, StringComparison.Ordinal))
            || package.Contains('/', StringComparison.Ordinal)
            || package.EndsWith(".whl", StringComparison.Ordinal)
            || package.EndsWith(".tar.gz", StringComparison.Ordinal);
    }
}
