using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>A base image without a tag.</summary>
internal sealed class DL3006()
    : StageRule(new(
        "DL3006", Severity.Warning, "Name the version of a base image", "Without a tag it is whatever version is newest on the day of the build.",
        "which version works is for the authors to say"))
{
    protected override IEnumerable<Finding> Check(LintContext context, Stage stage)
    {
        if (ImageName.OfBase(stage) is { Tag: null, Digest: null } image && !context.Build.NamedContexts.Contains(image.Name))
        {
            yield return At(context, stage.From.Words[0].Span, $"{image.Name} has no tag");
        }
    }
}
