using Slipway.Dockerfiles.Shell;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>npm install without versions.</summary>
internal sealed class DL3016() : PinRule(new("DL3016", Severity.Warning, "Name versions in npm install", Because, WhichVersion))
{
    private static readonly string[] Archives = [".tgz", ".tar.gz", ".tar"];

    protected override IEnumerable<ShellWord> Packages(ShellCommand command) =>
        command.Is("npm", "install", "i", "add") ? command.Operands("--prefix", "--loglevel", "--registry", "--omit", "-C").Skip(1) : [];

    protected override bool IsPinned(string package) =>
        package.StartsWith("git", StringComparison.Ordinal) && package.Contains("://", StringComparison.Ordinal)
            ? package.Contains('#', StringComparison.Ordinal)
            : package.Length > 0 && (package[0] is '/' or '.' or '~' || package.LastIndexOf('@') > 0)
                || Archives.Any(a => package.EndsWith(a, StringComparison.Ordinal));
}
