using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Dockerfiles.Substitution;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>An ENV that uses what it sets itself.</summary>
internal sealed class DL3044()
    : StepRule(new(
        "DL3044", Severity.Error, "Don't use a variable in the ENV that sets it",
        "All values of one ENV are those from before it, so the variable is empty there.",
        "the variable has to be set in an ENV of its own before, which adds one"), "ENV")
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        foreach (var pair in step.Instruction.Pairs)
        {
            var others = step.Instruction.Pairs.Where(p => p != pair).Select(p => p.Key.Text).ToHashSet(StringComparer.Ordinal);
            var used = Expander.Expand(pair.Value!.Text, _ => null, new() { Escape = context.File.Escape }).Unset
                .FirstOrDefault(n => others.Contains(n) && step.Before.Value(n) is null && !step.Before.Arguments.ContainsKey(n));
            if (used is not null)
            {
                yield return At(context, pair.Value.Span, $"{used} is set by this very instruction and has no value yet");
            }
        }
    }
}
