namespace Slipway.Traffic.Canaries;

/// <summary>How a part of a service's requests can be sent to the slot that does not serve.</summary>
/// <param name="Service">The blue-green service.</param>
public sealed record Canary(string Service)
{
    /// <summary>What a request may have so that it goes there whatever the share is.</summary>
    public IReadOnlyList<CanaryMatch> Matches { get; init; } = [];

    /// <summary>Whether a client that had an answer goes on to the same slot, as long as the share does not fall: by a cookie of the proxy's.</summary>
    public bool IsSticky { get; init; }
}
