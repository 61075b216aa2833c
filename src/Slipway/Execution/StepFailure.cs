using Slipway.Errors;
using Slipway.Planning.Steps;

namespace Slipway.Execution;

/// <summary>A step failed.</summary>
internal static class StepFailure
{
    public static SlipwayException Of(Step step, string reason, ExitCode code = ExitCode.Failed, string? remedy = null) =>
        new(code, $"{step.Command}: {reason}", remedy);
}
