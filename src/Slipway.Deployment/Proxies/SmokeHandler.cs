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
        var (listener, host) = Way(proxy.Plan, step);
        var preview = proxy.Proxy as IPreviewsSlots;
        var request = new ProbeRequest(step.Path, host)
        {
            Protocol = step.Protocol,
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
            output.Note($"{step.Command} {result.Last}");
            await failed.ShowLogAsync(step.ProxyContainer, output);
            throw new SlipwayException(ExitCode.NotReady, $"{step.Command} {result.Last}", "is \"smoke\" in slipway.yaml right?");
        }
    }

    // On a listener that several services share, host and path decide: the request is to get where it is meant to.
    private static (Listener Listener, string Host) Way(ProxyPlan plan, SmokeStep step)
    {
        var ways = (
            from listener in plan.Listeners
            from route in listener.Routes
            where route.Service == step.Service && route.Port is null
            from host in new[] { step.Host, HostPattern.Example(route.Host ?? step.Host) }
            select (Listener: listener, Host: host)).ToList();
        var path = ProbeRequest.PathOf(step.Protocol, step.Path);
        return ways.Find(w => w.Listener.RouteOf(w.Host, path)?.Service == step.Service) is { Listener: not null } way ? way : ways[0];
    }
}
