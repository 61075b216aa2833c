using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>Labels that the configuration doesn't know.</summary>
internal sealed class DL3050()
    : StepRule(new(
        "DL3050", Severity.Info, "Set no labels but those of the configuration", "The configuration allows no other labels.", "somebody may read the label"),
        "LABEL")
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step) =>
        !context.Settings.StrictLabels
            ? []
            : step.Instruction.Pairs.Where(p => !context.Settings.Labels.ContainsKey(LabelRule.Plain(p.Key.Text)))
                .Select(p => At(context, p.Key.Span, $"the label {LabelRule.Plain(p.Key.Text)} isn't in the configuration"));
}
