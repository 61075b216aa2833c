using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>A base image with the tag latest.</summary>
internal sealed class DL3007()
    : StageRule(new(
        "DL3007", Severity.Warning, "Don't use the tag latest", "It is whatever version is newest on the day of the build.",
        "which version works is for the authors to say"))
{
    protected override IEnumerable<Finding> Check(LintContext context, Stage stage)
    {
        if (ImageName.OfBase(stage) is { Tag: "latest", Digest: null } image)
        {
            yield return At(context, stage.From.Words[0].Span, $"{image.Name}:latest moves");
        }
    }
}
