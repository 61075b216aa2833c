using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.BuildKit;

/// <summary>A base image for another platform. It needs to be told the platforms, since only the engine knows them.</summary>
internal sealed class InvalidBaseImagePlatform()
    : StageRule(new(
        "InvalidBaseImagePlatform", Severity.Warning, "Use a base image of the platform that is built for", "The image runs emulated, or not at all.",
        "which image has the platform isn't known here"))
{
    protected override IEnumerable<Finding> Check(LintContext context, Stage stage)
    {
        var flag = stage.From.Flag("platform")?.Value;
        var wanted = flag is { } fixedPlatform && !fixedPlatform.Contains('$', StringComparison.Ordinal) ? fixedPlatform : context.Build.TargetPlatform;
        if (stage.Parent is null && wanted is not null && context.Build.ImagePlatforms.TryGetValue(stage.Image, out var actual) && !IsSame(wanted, actual))
        {
            yield return At(context, stage.From.Words[0].Span, $"{stage.Image} is for {actual}, and {wanted} is built for");
        }
    }

    private static bool IsSame(string wanted, string actual) => wanted.Split('/').Take(2).SequenceEqual(actual.Split('/').Take(2));
}
