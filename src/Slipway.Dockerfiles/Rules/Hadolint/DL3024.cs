using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>Two stages of one name.</summary>
internal sealed class DL3024()
    : StageRule(new(
        "DL3024", Severity.Error, "Give each stage a name of its own", "The later stage hides the earlier one from everything below.",
        "which of the stages later lines mean is for the authors to say"))
{
    protected override IEnumerable<Finding> Check(LintContext context, Stage stage)
    {
        if (stage.NameWord is { } name && context.Stages.Take(stage.Index).Any(s => name.Text.Equals(s.Name, StringComparison.OrdinalIgnoreCase)))
        {
            yield return At(context, name.Span, $"an earlier stage is called {name.Text} too");
        }
    }
}
