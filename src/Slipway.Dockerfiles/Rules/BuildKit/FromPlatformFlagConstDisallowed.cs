using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.BuildKit;

/// <summary>FROM with a fixed platform.</summary>
internal sealed class FromPlatformFlagConstDisallowed()
    : StageRule(new(
        "FromPlatformFlagConstDisallowed", Severity.Warning, "Don't fix the platform in FROM",
        "The stage is built for this platform, whatever the build asks for.", "the base image may exist for this platform only"))
{
    protected override IEnumerable<Finding> Check(LintContext context, Stage stage)
    {
        if (stage.From.Flag("platform") is not { Value: { } platform } flag || platform.Contains('$', StringComparison.Ordinal))
        {
            yield break;
        }

        // A stage that is called after the platform is meant to have it.
        var isNamed = stage.Name is { } name && platform.Split('/').Take(2).Any(p => name.Contains(p, StringComparison.Ordinal));
        if (!isNamed)
        {
            yield return At(context, flag.Span, $"{platform} is a constant");
        }
    }
}
