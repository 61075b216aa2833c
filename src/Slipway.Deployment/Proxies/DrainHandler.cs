using Slipway.Deployment.Execution;
using Slipway.Traffic.Draining;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Proxies;

/// <summary>
/// Waits until the proxy has nothing under way to a slot. What is still under way when the time is over, such as a websocket, ends with the
/// slot, by whatever that says when it is stopped; but requests with a body are waited for.
/// A proxy that can't tell what is under way gives the slot all its time.
/// </summary>
/// <param name="letTalk">Is told of a slot to which something is, or may be, still under way.</param>
/// <param name="time">The clock.</param>
internal sealed class DrainHandler(ProxyAccesses proxies, Action<SlotChoice> letTalk, TimeProvider time) : StepHandler<DrainStep>
{
    protected override async Task ExecuteAsync(DrainStep step, StepOutput output, CancellationToken cancellation)
    {
        var isTold = 0;
        var progress = new Progress<DrainProgress>(Tell);

        // A slot that lost its traffic long ago has had its time already: what it still has under way are streams.
        var proxy = proxies.Of(step.ProxyContainer);
        var counter = proxy.Proxy as ICountsConnections;
        var first = counter is null ? null : CountAsync(proxy, counter, step, cancellation);
        var had = await SinceSwitchAsync(proxy, step, cancellation);
        var left = had < step.Deadline ? step.Deadline - had : TimeSpan.Zero;
        if (counter is null)
        {
            await Task.Delay(left, time, cancellation);
            letTalk(new SlotChoice(step.Service, step.Slot));
            return;
        }

        var result = await new DrainWait(time).WaitAsync(NextAsync, left, progress, cancellation);
        if (!result.Drained)
        {
            letTalk(new SlotChoice(step.Service, step.Slot));
            output.Note($"{step.Command}: {result.InFlight} still in flight after {(had + result.Elapsed).TotalSeconds:0} s, these end with the slot");
        }

        void Tell(DrainProgress now)
        {
            output.Progress($"{now.Count.InFlight} in flight to {step.Service}");
            if (now is { IsLate: true, Count.WithBody: > 0 } && Interlocked.Exchange(ref isTold, 1) == 0)
            {
                output.Note($"{step.Command}: waiting for a request with a body, which is not cut, for up to {DrainWait.Beyond.TotalMinutes:0} min more");
            }
        }

        Task<DrainCount> NextAsync(CancellationToken stop)
        {
            var count = first ?? CountAsync(proxy, counter, step, stop);
            first = null;
            return count;
        }
    }

    // Less a second, since the proxy counts whole ones. Where it can't tell, the slot gets all its time.
    private static async Task<TimeSpan> SinceSwitchAsync(ProxyAccess proxy, DrainStep step, CancellationToken cancellation)
    {
        var second = TimeSpan.FromSeconds(1);
        return await proxy.SinceSwitchAsync(step.ProxyContainer, cancellation) is { } age && age > second ? age - second : TimeSpan.Zero;
    }

    private static async Task<DrainCount> CountAsync(ProxyAccess proxy, ICountsConnections counter, DrainStep step, CancellationToken cancellation)
    {
        var text = await proxy.ExecuteAsync(step.ProxyContainer, counter.ReadConnections, cancellation);
        var count = counter.ParseConnections(proxy.Plan, text).Where(c => c.Service == step.Service && c.Slot == step.Slot).Sum(c => c.InFlight);
        if (count == 0 || proxy.Proxy is not ITellsRequests teller)
        {
            return new DrainCount(count);
        }

        var requests = await new SlotRequestReader(teller, proxy.WaysTo(step.ProxyContainer))
            .ReadAsync(proxy.Plan, new SlotChoice(step.Service, step.Slot), cancellation);
        return new DrainCount(requests?.InFlight ?? count, requests?.WithBody ?? 0);
    }
}
