using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Rules.Hadolint;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.BuildKit;

/// <summary>FROM --platform=$TARGETPLATFORM.</summary>
internal sealed class RedundantTargetPlatform()
    : StageRule(new("RedundantTargetPlatform", Severity.Warning, "Leave out --platform=$TARGETPLATFORM", "It is what the engine does anyway."))
{
    protected override IEnumerable<Finding> Check(LintContext context, Stage stage)
    {
        if (PlatformFlag.IsTarget(stage) is { } flag)
        {
            yield return At(context, flag.Span, "the target platform is what FROM takes anyway", PlatformFlag.Removal(context, flag));
        }
    }
}
