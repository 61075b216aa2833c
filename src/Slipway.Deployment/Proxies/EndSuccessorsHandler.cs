using Slipway.Deployment.Execution;
using Slipway.Deployment.Slots;
using Slipway.Engine.Api;

namespace Slipway.Deployment.Proxies;

/// <summary>Waits until containers that were told to leave have ended, and removes them.</summary>
/// <param name="time">The clock.</param>
internal sealed class EndSuccessorsHandler(EngineClient engine, TimeProvider time) : StepHandler<EndSuccessorsStep>
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    // What is left of the step's time is for their removal.
    private static readonly TimeSpan Removal = TimeSpan.FromSeconds(15);

    protected override Task ExecuteAsync(EndSuccessorsStep step, StepOutput output, CancellationToken cancellation) =>
        Task.WhenAll(step.Containers.Select(c => EndAsync(c, step, output, cancellation)));

    private async Task EndAsync(string container, EndSuccessorsStep step, StepOutput output, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        while ((await ContainerState.ReadAsync(engine, container, cancellation)).State is "running")
        {
            if (time.GetElapsedTime(began) > step.Timeout - Removal)
            {
                output.Note($"{container} still has connections after {(step.Timeout - Removal).TotalSeconds:0} s, these are cut");
                break;
            }

            output.Progress($"{container} ends its last connections");
            await Task.Delay(Interval, time, cancellation);
        }

        await engine.DeleteAsync($"containers/{Uri.EscapeDataString(container)}?force=true", cancellation);
    }
}
