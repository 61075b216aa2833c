using Slipway.Deployment.Execution;
using Slipway.Deployment.Slots;
using Slipway.Engine.Errors;
using Slipway.Traffic.Probing;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Proxies;

/// <summary>Asks a slot through the proxy's preview, which leads to the slot that the request names.</summary>
/// <param name="proxy">The proxy.</param>
/// <param name="failed">Shows why it failed.</param>
/// <param name="time">The clock.</param>
internal sealed class SmokeHandler(ProxyAccess proxy, ContainerDiagnostics failed, TimeProvider time) : StepHandler<SmokeStep>
{
    protected override async Task ExecuteAsync(SmokeStep step, StepOutput output, CancellationToken cancellation)
    {
        var (listener, route) = proxy.Plan.Listeners.SelectMany(l => l.Routes.Select(r => (l, r))).First(r => r.r.Service == step.Service);
        var request = new ProbeRequest(step.Path, route.Host ?? "localhost")
        {
            Headers = new Dictionary<string, string> { [ProxyPorts.SlotHeader] = step.Slot.Name() },
        };
        var result = await new ReadinessProbe(time).WaitAsync(
            stop => proxy.ConnectAsync(proxy.Plan.PreviewPortOf(listener), stop), request, step.Timeout, cancellation);
        if (!result.Ready)
        {
            await failed.ShowLogAsync(step.ProxyContainer, output);
            throw new SlipwayException(ExitCode.NotReady, $"{step.Command} {result.Last}", "the old release still serves; is \"smoke\" in slipway.yaml right?");
        }
    }
}
