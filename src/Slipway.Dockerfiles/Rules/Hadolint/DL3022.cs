using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>COPY --from something that is no stage before it.</summary>
internal sealed class DL3022()
    : StepRule(new(
        "DL3022", Severity.Warning, "Copy from a stage of this file", "The name is none of the stages above, so it is an image that moves, or a mistake.",
        "whether a stage or an image was meant isn't known"), "COPY")
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        if (step.Instruction.Flag("from") is { Value: { } from } flag
            && !from.Contains(':', StringComparison.Ordinal)
            && !from.Contains('$', StringComparison.Ordinal)
            && !context.Build.NamedContexts.Contains(from)
            && context.Named(from, step.Stage) is null && !from.Equals(step.Stage.Name, StringComparison.OrdinalIgnoreCase))
        {
            yield return At(context, flag.Span, $"{from} is no stage above");
        }
    }
}
