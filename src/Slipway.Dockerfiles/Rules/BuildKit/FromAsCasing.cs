using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Dockerfiles.Rules.BuildKit;

/// <summary>AS in another case than FROM.</summary>
internal sealed class FromAsCasing()
    : StageRule(new("FromAsCasing", Severity.Warning, "Write AS as FROM is written", "Two words of one instruction read better in one case."))
{
    protected override IEnumerable<Finding> Check(LintContext context, Stage stage)
    {
        if (stage.NameWord is null || Casing.Of(stage.From.Keyword) is not { } isLower)
        {
            yield break;
        }

        var word = stage.From.Words[1];
        var wanted = isLower ? "as" : "AS";
        if (word.Text != wanted)
        {
            yield return At(context, word.Span, $"{word.Text} after {stage.From.Keyword}", Fix.Replace("the same word in the same case", word.Span, wanted));
        }
    }
}
