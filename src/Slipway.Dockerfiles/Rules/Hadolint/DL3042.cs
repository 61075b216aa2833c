using Slipway.Dockerfiles.CacheMounts;
using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Packages;
using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>pip leaves its cache in the image.</summary>
internal sealed class DL3042()
    : CommandRule(new(
        "DL3042", Severity.Warning, "Leave no cache of pip in the image", "Every download is in the image twice: as a package and in the cache.",
        "a cache mount serves the purpose better: see SLD102"))
{
    private const string Variable = "PIP_NO_CACHE_DIR=";

    public override string? Outweighs(LintContext context, Finding finding) =>
        context.Settings.Ignored.Contains("SLD102")
            ? null
            : "a cache mount keeps pip's cache out of the image as well, and saves the downloads of the next build, which --no-cache-dir repeats (SLD102)";

    protected override IEnumerable<Finding> Check(LintContext context, Step step, ShellCommand command)
    {
        var isOff = IsTrue(step.Before.Environment.GetValueOrDefault("PIP_NO_CACHE_DIR"))
            || step.Script.Commands.SelectMany(c => c.Assignments.Concat(c.Arguments))
                .Any(w => w.Text.StartsWith(Variable, StringComparison.Ordinal) && IsTrue(w.Text[Variable.Length..]));
        if (PackageCalls.IsPip(command)
            && !command.HasOption("no-cache-dir")
            && !isOff
            && !CacheMount.Of(step).Any(m => m.Type is "cache" or "tmpfs" && m.Target?.Contains("cache", StringComparison.Ordinal) == true))
        {
            yield return At(context, command.Span, "pip leaves its cache in the image");
        }
    }

    // As pip reads a switch.
    private static bool IsTrue(string? value) => value?.ToUpperInvariant() is "1" or "TRUE" or "ON" or "YES" or "Y" or "T";
}
