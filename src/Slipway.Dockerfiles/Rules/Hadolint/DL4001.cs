using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>Both wget and curl.</summary>
internal sealed class DL4001()
    : StageRule(new(
        "DL4001", Severity.Warning, "Use wget or curl, not both", "Each of them has to be installed, updated and known.",
        "which of the two to keep is for the authors to say"))
{
    protected override IEnumerable<Finding> Check(LintContext context, Stage stage)
    {
        var calls = stage.Steps.Where(s => s.Is("RUN")).SelectMany(s => s.Script.Commands).Where(c => c.Name is "wget" or "curl").ToList();
        var second = calls.Find(c => c.Name != calls[0].Name);
        if (second is not null)
        {
            yield return At(
                context, second.Words[0].Span, $"{second.Name} here, {calls[0].Name} in line {context.Source.PositionOf(calls[0].Span.Start).Line}");
        }
    }
}
