using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>The last user is root.</summary>
internal sealed class DL3002()
    : StageRule(new(
        "DL3002", Severity.Warning, "End with a user other than root", "Whoever breaks into the application is root in the container.",
        "which user the application can run as is for the authors to say"))
{
    protected override IEnumerable<Finding> Check(LintContext context, Stage stage)
    {
        var last = stage.Steps.LastOrDefault(s => s.Is("USER"));
        if (last?.Instruction.Words is [var word] && word.Text.Split(':')[0] is "root" or "0" && !WindowsStage.Is(context, stage))
        {
            yield return At(context, last.Instruction.Span, "the last user is root");
        }
    }
}
