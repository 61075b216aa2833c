using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>Several sources and a target that is no folder.</summary>
internal sealed class DL3021()
    : StepRule(new("DL3021", Severity.Error, "End the target of several sources in a slash", "The engine refuses to copy several files onto one."), "COPY")
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        if (step.Instruction.Words.Count < 3)
        {
            yield break;
        }

        var target = step.Instruction.Words[^1];
        var text = target.Text.Trim('"', '\'');
        if (text.EndsWith('/') || text.EndsWith('\\'))
        {
            yield break;
        }

        // "." and ".." are folders to the engine, whatever this rule says.
        yield return At(context, target.Span, $"{text} has to be a folder for {step.Instruction.Words.Count - 1} sources", step.Instruction.IsJson
            || target.Text.AsSpan().IndexOfAny("\"'") >= 0
            || step.IsTrigger
            ? Fix.Refused("the target is quoted")
            : Fix.Of("several sources can only go into a folder", TextEdit.Insert(target.Span.End, "/")));
    }
}
