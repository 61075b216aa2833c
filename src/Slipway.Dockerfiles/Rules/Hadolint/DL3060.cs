using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Shell;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>yarn leaves its cache in the image.</summary>
internal sealed class DL3060()
    : CleanRule(new(
        "DL3060", Severity.Info, "Leave no cache of yarn in the image", Because, Refusal), "/usr/local/share/.cache/yarn", "/root/.cache/yarn", "/root/.yarn")
{
    public override string? Outweighs(LintContext context, Finding finding) =>
        context.Settings.Ignored.Contains("SLD102")
            ? null
            : "a cache mount keeps yarn's cache out of the image as well, and saves the downloads of the next build (SLD102)";

    protected override bool Fills(ShellCommand command) => command.Is("yarn", "install");

    protected override bool Cleans(ShellCommand filled, ShellCommand command) => command.Is("yarn", "cache") && command.Words.Any(w => w.Text == "clean");
}
