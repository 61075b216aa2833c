using Slipway.Deployment.Execution;
using Slipway.Deployment.Slots;
using Slipway.Engine.Errors;
using Slipway.Traffic.Probing;
using Slipway.Traffic.Proxies;

namespace Slipway.Deployment.Proxies;

/// <summary>Asks a slot through the proxy's preview, which leads to the slot that the request names; without a preview, the slot itself.</summary>
/// <param name="failed">Shows why it failed.</param>
/// <param name="time">The clock.</param>
internal sealed class SmokeHandler(ProxyAccesses proxies, ContainerDiagnostics failed, TimeProvider time) : StepHandler<SmokeStep>
{
    protected override async Task ExecuteAsync(SmokeStep step, StepOutput output, CancellationToken cancellation)
    {
        var proxy = proxies.Of(step.ProxyContainer);
        var (listener, route) = proxy.Plan.Listeners.SelectMany(l => l.Routes.Select(r => (l, r))).First(r => r.r.Service == step.Service);
        var preview = proxy.Proxy as IPreviewsSlots;
        var request = new ProbeRequest(step.Path, route.Host ?? step.Host)
        {
            Headers = new Dictionary<string, string>(preview is null ? [] : [preview.PreviewHeader(step.Slot)]),
        };
        var slot = proxy.Plan.Backends.First(b => b.Service == step.Service).EndPointOf(step.Slot);
        var result = await new ReadinessProbe(time).WaitAsync(
            stop => preview is null
                ? proxy.Connection.ConnectToContainerAsync(slot.Address, slot.Port, stop)
                : proxy.ConnectAsync(preview.PreviewPortOf(proxy.Plan, listener), stop),
            request,
            step.Timeout,
            cancellation);
        if (!result.Ready)
        {
            await failed.ShowLogAsync(step.ProxyContainer, output);
            throw new SlipwayException(ExitCode.NotReady, $"{step.Command} {result.Last}", "the old release still serves; is \"smoke\" in slipway.yaml right?");
        }
    }
}
