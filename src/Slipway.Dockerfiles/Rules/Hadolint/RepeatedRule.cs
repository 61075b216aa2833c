using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>An instruction of which only the last one of a stage counts stands there more than once.</summary>
/// <param name="info">What it is about.</param>
/// <param name="names">The instructions.</param>
internal abstract class RepeatedRule(RuleInfo info, params string[] names) : StageRule(info)
{
    protected const string Because = "Only the last one counts; whoever reads the others is misled.";

    protected sealed override IEnumerable<Finding> Check(LintContext context, Stage stage) =>
        from name in names
        from step in stage.Steps.Where(s => s.Is(name)).SkipLast(1)
        select At(context, step.Instruction.Span, $"a later {name} replaces this one", Removal(step));

    private static Fix Removal(Step step) =>
        step.Instruction.InnerComments.Count > 0
            ? Fix.Refused("comments stand between its lines")
            : Fix.Of("takes out what has no effect", TextEdit.Delete(step.Instruction.Lines));
}
