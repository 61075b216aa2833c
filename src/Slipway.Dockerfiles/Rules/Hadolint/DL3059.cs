using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>Steps that could be one.</summary>
internal sealed class DL3059()
    : StepRule(new(
        "DL3059", Severity.Info, "Join small steps that follow each other", "Each step is a layer to pull and unpack.",
        "what belongs together is for the authors to say"), "RUN")
{
    // Whoever has joined commands has thought about it.
    private const int Many = 1;

    public override string? Outweighs(LintContext context, Finding finding)
    {
        var step = context.At(finding.Span);
        var previous = step.Stage.Steps[step.Index - 1];
        return IsCostly(step) || IsCostly(previous)
            ? "as two steps, each is cached on its own; joined, a change of one runs both again, and this one takes long"
            : null;
    }

    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        if (step.IsTrigger || step.Index == 0 || step.Stage.Steps[step.Index - 1] is not { } previous || !previous.Is("RUN"))
        {
            yield break;
        }

        var sameFlags = step.Instruction.Flags.Select(f => f.ToString()).SequenceEqual(previous.Instruction.Flags.Select(f => f.ToString()));
        if (sameFlags && step.Script.Commands.Count <= Many && previous.Script.Commands.Count <= Many)
        {
            yield return At(context, step.Instruction.Span, "this step could be part of the one before");
        }
    }

    private static bool IsCostly(Step step) =>
        step.Calls.Any() || step.Script.Commands.Any(c => IsCostly(c.Name));

    private static bool IsCostly(string program) =>
        program is "make" or "curl" or "wget" or "git" or "cmake" or "tar" or "npm" or "yarn" or "pnpm" or "apt-get" or "apk"
            || program.StartsWith("pip", StringComparison.Ordinal);
}
