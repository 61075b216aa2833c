using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies;

/// <summary>Asks a running proxy which requests a slot has, however its kind wants to be asked.</summary>
/// <param name="proxy">Its kind.</param>
/// <param name="ways">The ways to it.</param>
public sealed class SlotRequestReader(ITellsRequests proxy, ProxyWays ways)
{
    /// <summary>Asks once.</summary>
    /// <param name="plan">What the proxy runs.</param>
    /// <param name="slot">The slot of a service.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What it tells; null when it does not answer.</returns>
    /// <exception cref="FormatException">It answers something else.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was triggered.</exception>
    public async Task<SlotRequests?> ReadAsync(ProxyPlan plan, SlotChoice slot, CancellationToken cancellation) =>
        await proxy.ReadRequests(slot).AskAsync(ways, cancellation) is { } answer ? proxy.ParseRequests(plan, slot, answer) : null;
}
