using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Dockerfiles.Substitution;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>A label's value isn't of the kind that the configuration asks for.</summary>
/// <param name="info">What it is about.</param>
/// <param name="kind">The kind as the configuration has it.</param>
internal abstract class LabelRule(RuleInfo info, string kind) : StepRule(info, "LABEL")
{
    protected const string Because = "Programs that read the label can't make anything of such a value.";
    protected const string Refusal = "the right value isn't known here";

    protected sealed override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        foreach (var pair in step.Instruction.Pairs.Where(p => p.Value is not null))
        {
            var (name, value) = (Plain(pair.Key.Text), Plain(pair.Value!.Text));
            if (context.Settings.Labels.TryGetValue(name, out var wanted) && wanted == kind && !IsValid(value))
            {
                yield return At(context, pair.Value.Span, $"{name}: {value} {Is}");
            }
        }
    }

    /// <summary>What a wrong value is, as the end of a sentence.</summary>
    protected abstract string Is { get; }

    protected abstract bool IsValid(string value);

    /// <summary>A key or value without quotes, its variables left as they are.</summary>
    internal static string Plain(string text)
    {
        var expansion = Expander.Expand(text, _ => null, new() { KeepsUnset = true });
        return expansion.Error is null ? expansion.Text : text;
    }
}
