using Slipway.Planning.Steps;
using Slipway.Traffic.Draining;

namespace Slipway.Execution;

/// <summary>Waits until the proxy has nothing under way to a slot. What is still under way when the time is over, such as a websocket, is cut.</summary>
/// <param name="proxy">The proxy.</param>
/// <param name="time">The clock.</param>
internal sealed class DrainHandler(ProxyAccess proxy, TimeProvider time) : StepHandler<DrainStep>
{
    protected override async Task ExecuteAsync(DrainStep step, StepOutput output, CancellationToken cancellation)
    {
        var progress = new Progress<DrainProgress>(p => output.Progress($"{p.InFlight} in flight to {step.Service}"));
        var result = await new DrainWait(time).WaitAsync(async stop => await CountAsync(step, stop), step.Timeout, progress, cancellation);
        if (!result.Drained)
        {
            output.Note($"{step.Command}: {result.InFlight} still in flight after {result.Elapsed.TotalSeconds:0} s, these are cut");
        }
    }

    private async Task<int> CountAsync(DrainStep step, CancellationToken cancellation)
    {
        var text = await proxy.ExecuteAsync(step.ProxyContainer, proxy.Kind.ReadConnections, cancellation);
        return proxy.Kind.ParseConnections(proxy.Plan, text).Where(c => c.Service == step.Service && c.Slot == step.Slot).Sum(c => c.InFlight);
    }
}
