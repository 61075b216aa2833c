namespace Slipway.Traffic.Proxies;

/// <summary>Where a running proxy tells which slots serve.</summary>
public abstract record SlotSource
{
    private protected SlotSource()
    {
    }

    /// <summary>Asks once.</summary>
    /// <param name="ways">The ways to the proxy.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What it answered; null when it doesn't.</returns>
    internal abstract Task<string?> AskAsync(ProxyWays ways, CancellationToken cancellation);
}
