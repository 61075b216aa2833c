using Slipway.Dockerfiles.CacheMounts;
using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Shell;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>Package lists of apt stay in the image.</summary>
internal sealed class DL3009() : CleanRule(new("DL3009", Severity.Info, "Leave no package lists of apt in the image", Because, Refusal), "/var/lib/apt/lists")
{
    public override string? Outweighs(LintContext context, Finding finding) =>
        context.Settings.Ignored.Contains("SLD102") || HasMount(context, finding)
            ? null
            : "a cache mount at /var/lib/apt/lists keeps the lists out of the image as well, and keeps them for the next build (SLD102)";

    protected override bool Fills(ShellCommand command) => command.Name is "apt-get" or "apt" or "aptitude" && command.Verb == "update";

    protected override bool Cleans(ShellCommand filled, ShellCommand command) => Removes(command, "/var/lib/apt/lists") || Removes(command, "/var/lib/apt");

    // Where there are mounts already SLD102 has nothing to say.
    private static bool HasMount(LintContext context, Finding finding) =>
        context.Named("RUN").Any(s => s.Instruction.Span.Start <= finding.Span.Start && finding.Span.Start < s.Instruction.Span.End && CacheMount.Of(s).Any());
}
