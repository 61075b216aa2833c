using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Cache;

/// <summary>A base image that changes under the same name.</summary>
internal sealed class UnpinnedBase() : StageRule(new(
    "SLD110",
    Severity.Info,
    "Pin the base image",
    "A tag that moves rebuilds every step on the day it does, and two builds of one commit may differ.",
    "which digest the tag has can only be asked of the registry; docker buildx imagetools inspect tells it"))
{
    private static readonly string[] Releases = ["buster", "bullseye", "bookworm", "trixie", "forky", "bionic", "focal", "jammy", "noble"];

    protected override IEnumerable<Finding> Check(LintContext context, Stage stage)
    {
        if (stage.Parent is not null
            || stage.Image is "scratch" or ""
            || stage.Image.Contains('@', StringComparison.Ordinal)
            || stage.Image.Contains('$', StringComparison.Ordinal))
        {
            yield break;
        }

        var tag = stage.Image[(stage.Image.LastIndexOf('/') + 1)..].Split(':') is [_, var name] ? name : "latest";
        if (!tag.Any(char.IsAsciiDigit) && !tag.Split('-').Any(p => Releases.Contains(p)))
        {
            yield return At(
                context, stage.From.Words[0].Span, $"{stage.Image} names no version{(tag == "latest" ? string.Empty : $" but the moving tag {tag}")}");
        }
    }
}
