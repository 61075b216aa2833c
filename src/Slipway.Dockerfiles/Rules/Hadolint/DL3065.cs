using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>FROM --platform=$TARGETPLATFORM.</summary>
internal sealed class DL3065() : StageRule(new("DL3065", Severity.Warning, "Leave out --platform=$TARGETPLATFORM", "It is what the engine does anyway."))
{
    protected override IEnumerable<Finding> Check(LintContext context, Stage stage)
    {
        if (PlatformFlag.IsTarget(stage) is { } flag)
        {
            yield return At(context, flag.Span, "the target platform is the default", PlatformFlag.Removal(context, flag));
        }
    }
}
