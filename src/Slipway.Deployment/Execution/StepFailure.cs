using Slipway.Deployment.Planning.Steps;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Execution;

/// <summary>A step failed.</summary>
internal static class StepFailure
{
    public static SlipwayException Of(Step step, string reason, ExitCode code = ExitCode.Failed, string? remedy = null) =>
        new(code, $"{step.Command}: {reason}", remedy);
}
