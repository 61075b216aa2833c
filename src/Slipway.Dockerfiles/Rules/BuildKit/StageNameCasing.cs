using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Dockerfiles.Rules.BuildKit;

/// <summary>Stage names with capitals.</summary>
internal sealed class StageNameCasing()
    : StageRule(new("StageNameCasing", Severity.Warning, "Name stages in lower case", "So that names can be told from instructions."))
{
    protected override IEnumerable<Finding> Check(LintContext context, Stage stage)
    {
        // Names are compared without regard to case, so nothing else has to change.
        if (stage.NameWord is { } name && name.Text.Any(char.IsAsciiLetterUpper))
        {
            yield return At(
                context, name.Span, $"{name.Text} has capitals",
                Fix.Replace("the same name: the engine compares names without regard to case", name.Span, name.Text.ToLowerInvariant()));
        }
    }
}
