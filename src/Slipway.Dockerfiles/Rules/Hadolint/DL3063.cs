using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>A stage with a reserved name.</summary>
internal sealed class DL3063()
    : StageRule(new(
        "DL3063", Severity.Warning, "Don't call a stage scratch or context", "These names mean the empty image and the build context.",
        "which name to use instead is for the authors to say"))
{
    protected override IEnumerable<Finding> Check(LintContext context, Stage stage)
    {
        if (stage.NameWord is { Text: "scratch" or "context" } name)
        {
            yield return At(context, name.Span, $"{name.Text} is reserved");
        }
    }
}
