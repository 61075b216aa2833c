using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>COPY --from its own stage.</summary>
internal sealed class DL3023()
    : StepRule(new("DL3023", Severity.Error, "Don't copy from the stage itself", "A stage can't wait for itself.", "which stage was meant isn't known"), "COPY")
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        if (step.Instruction.Flag("from") is { Value: { } from } flag && from.Equals(step.Stage.Name, StringComparison.OrdinalIgnoreCase))
        {
            yield return At(context, flag.Span, $"{from} is this stage");
        }
    }
}
