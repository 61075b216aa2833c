using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies;

/// <summary>Asks a running proxy which slots serve, however its kind wants to be asked.</summary>
/// <param name="proxy">Its kind.</param>
/// <param name="ways">The ways to it.</param>
public sealed class SlotReader(IProxy proxy, ProxyWays ways)
{
    /// <summary>Asks once.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The slot of each service; null when the proxy does not answer.</returns>
    /// <exception cref="FormatException">It answers something else.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was triggered.</exception>
    public async Task<IReadOnlyList<SlotChoice>?> ReadAsync(CancellationToken cancellation) =>
        await proxy.ReadSlots.AskAsync(ways, cancellation) is { } answer ? proxy.ParseSlots(answer) : null;
}
