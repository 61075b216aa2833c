using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>Packages are installed in whatever version there is on the day.</summary>
/// <param name="info">What it is about.</param>
internal abstract class PinRule(RuleInfo info) : CommandRule(info)
{
    protected const string Because = "Two builds of one commit may hold different versions, and the newest one may not work.";
    protected const string WhichVersion = "which version works is for the authors to say";

    protected override IEnumerable<Finding> Check(LintContext context, Step step, ShellCommand command)
    {
        var open = Packages(command).Where(w => !IsPinned(w.Text)).ToList();
        if (open.Count > 0)
        {
            yield return At(
                context, open[0].Span,
                $"{string.Join(", ", open.Take(5).Select(w => w.Text))}{(open.Count > 5 ? $" and {open.Count - 5} more" : string.Empty)}: no version");
        }
    }

    /// <summary>The packages that a command names.</summary>
    protected abstract IEnumerable<ShellWord> Packages(ShellCommand command);

    protected abstract bool IsPinned(string package);

    /// <summary>A name, a dash and a version, as RPM has it.</summary>
    /// <summary>What <c>install</c> and <c>module install</c> of dnf and yum name.</summary>
    protected static IEnumerable<ShellWord> RpmPackages(ShellCommand command)
    {
        var operands = command.Operands("--repo", "--enablerepo", "--disablerepo", "--installroot", "--setopt");
        return command.Verb == "install" ? operands.Skip(1)
            : command.Verb == "module" && operands.Any(w => w.Text == "install") ? operands.Where(w => w.Text is not ("module" or "install"))
            : [];
    }

    /// <summary>Whether it names a module with its stream, which is its version.</summary>
    protected static bool IsStream(string package) => package.Contains(':', StringComparison.Ordinal);

    protected static bool HasRpmVersion(string package)
    {
        if (package.EndsWith(".rpm", StringComparison.Ordinal))
        {
            return true;
        }

        var parts = package.Split('-');
        return parts.Length > 1 && (package.Contains('$', StringComparison.Ordinal) || parts.Skip(1).Any(p => p.Length > 0 && char.IsAsciiDigit(p[0])));
    }
}
