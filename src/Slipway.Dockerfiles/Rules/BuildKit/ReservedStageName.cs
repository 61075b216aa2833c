using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.BuildKit;

/// <summary>A stage with a reserved name.</summary>
internal sealed class ReservedStageName()
    : StageRule(new(
        "ReservedStageName", Severity.Error, "Don't use reserved words as names of stages",
        "scratch and context mean the empty image and the build context.", "which name to use instead is for the authors to say"))
{
    protected override IEnumerable<Finding> Check(LintContext context, Stage stage)
    {
        if (stage.NameWord is { } name && name.Text.ToLowerInvariant() is "scratch" or "context")
        {
            yield return At(context, stage.NameWord!.Span, $"{name!.Text} is reserved");
        }
    }
}
