using Slipway.Dockerfiles.Contexts;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>Labels that the configuration asks for are missing.</summary>
internal sealed class DL3049()
    : DockerfileRule(new(
        "DL3049", Severity.Info, "Set the labels that the configuration asks for", "The configuration says which labels every image has.",
        "the value isn't known here"))
{
    public override IEnumerable<Finding> Check(LintContext context)
    {
        if (context.Final is not { } final)
        {
            return [];
        }

        var present = final.Chain()
            .SelectMany(s => s.Steps)
            .Where(s => s.Is("LABEL"))
            .SelectMany(s => s.Instruction.Pairs)
            .Select(p => LabelRule.Plain(p.Key.Text))
            .ToHashSet(StringComparer.Ordinal);
        return context.Settings.Labels.Keys.Where(l => !present.Contains(l)).Select(l => At(context, final.From.Span, $"the label {l} is missing"));
    }
}
