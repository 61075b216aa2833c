using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>FROM with a fixed platform.</summary>
internal sealed class DL3029()
    : StageRule(new(
        "DL3029", Severity.Warning, "Don't fix the platform in FROM", "The image can't be built for other machines, and runs emulated on them.",
        "the base image may exist for this platform only"))
{
    protected override IEnumerable<Finding> Check(LintContext context, Stage stage)
    {
        if (stage.From.Flag("platform") is { Value: { } platform } flag
            && !platform.Contains("BUILDPLATFORM", StringComparison.Ordinal)
            && !platform.Contains("TARGETPLATFORM", StringComparison.Ordinal))
        {
            yield return At(context, flag.Span, $"the platform is fixed to {platform}");
        }
    }
}
