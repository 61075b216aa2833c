using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Execution;

/// <summary>Says at which engine all of it happens, and fails with all refusals of the plan at once.</summary>
/// <param name="engine">What people call the engine.</param>
internal sealed class PreflightHandler(string engine, IReadOnlyList<Refusal> refusals) : StepHandler<PreflightStep>
{
    protected override Task ExecuteAsync(PreflightStep step, StepOutput output, CancellationToken cancellation)
    {
        output.Note($"at {engine}");
        return refusals.Count == 0
            ? Task.CompletedTask
            : throw new SlipwayException(
                ExitCode.Refused,
                "Preflight refuses, nothing was changed:"
                    + string.Concat(refusals.Select(r => r.ToString())));
    }
}
