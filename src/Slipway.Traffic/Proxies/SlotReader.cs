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
        await AskAsync(cancellation) is { } answer ? proxy.ParseSlots(answer) : null;

    /// <summary>Asks once which configuration the proxy runs.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Its <see cref="ProxyPlan.Fingerprint"/>; null when the proxy does not answer or does not tell.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was triggered.</exception>
    public async Task<string?> ReadFingerprintAsync(CancellationToken cancellation) =>
        proxy is ITakesConfiguration taker && await AskAsync(cancellation) is { } answer ? taker.ParseFingerprint(answer) : null;

    /// <summary>Asks once, for an answer that tells more than the slots (<see cref="ITakesConfiguration"/>).</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What the proxy answered; null when it doesn't.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was triggered.</exception>
    public Task<string?> AskAsync(CancellationToken cancellation) => proxy.ReadSlots.AskAsync(ways, cancellation);
}
