using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>apt instead of apt-get.</summary>
internal sealed class DL3027()
    : CommandRule(new(
        "DL3027", Severity.Warning, "Use apt-get or apt-cache in builds, not apt",
        "apt is made for people at a terminal; its options and output change without notice.", "apt-get doesn't have this command under this name"))
{
    private static readonly string[] Same =
        ["update", "install", "upgrade", "remove", "purge", "autoremove", "clean", "autoclean", "build-dep", "download", "source"];

    protected override IEnumerable<Finding> Check(LintContext context, Step step, ShellCommand command)
    {
        if (command.Name != "apt")
        {
            yield break;
        }

        var name = command.Words[0];
        yield return At(
            context, name.Span, $"apt {command.Verb}".TrimEnd(),
            Same.Contains(command.Verb) && name is { Text: "apt", IsPlain: true } ? Fix.Replace("apt-get does the same", name.Span, "apt-get") : null);
    }
}
