using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>Labels without a value.</summary>
internal sealed class DL3051()
    : StepRule(new("DL3051", Severity.Warning, "Give labels a value", "An empty label tells nothing.", "the value isn't known here"), "LABEL")
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step) =>
        step.Instruction.Pairs.Where(p => context.Settings.Labels.ContainsKey(LabelRule.Plain(p.Key.Text)) && LabelRule.Plain(p.Value!.Text).Length == 0)
            .Select(p => At(context, p.Key.Span, $"the label {LabelRule.Plain(p.Key.Text)} is empty"));
}
