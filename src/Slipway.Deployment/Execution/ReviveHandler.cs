using Slipway.Deployment.Planning.Steps;
using Slipway.Engine.Api;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Execution;

/// <summary>Starts again what the run has ended.</summary>
/// <param name="hasEnded">Whether the run has asked a container to end.</param>
internal sealed class ReviveHandler(EngineClient engine, Func<string, bool> hasEnded) : StepHandler<ReviveStep>
{
    protected override Task ExecuteAsync(ReviveStep step, StepOutput output, CancellationToken cancellation) =>
        Task.WhenAll(step.Containers.Where(hasEnded).Select(c => ReviveAsync(c, output, cancellation)));

    private async Task ReviveAsync(string container, StepOutput output, CancellationToken cancellation)
    {
        try
        {
            await engine.ActAsync(container, "stop", cancellation);
            await engine.ActAsync(container, "start", cancellation);
        }
        catch (SlipwayException failure)
        {
            output.Note($"{failure.Message}; going on without");
        }
    }
}
