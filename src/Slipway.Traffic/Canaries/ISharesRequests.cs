using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Canaries;

/// <summary>A proxy that sends a part of a service's requests to the slot that does not serve.</summary>
public interface ISharesRequests
{
    /// <summary>
    /// The command after which the given shares hold, and nothing else of these services goes to a slot that does not serve. It closes no
    /// connection and may be repeated. Shares are forgotten when the proxy's container is started again, so that all requests go where
    /// they did before.
    /// </summary>
    /// <param name="shares">A share for each service; 0 percent and no match for none.</param>
    /// <exception cref="ArgumentException">No share is given, or a service's name is not one.</exception>
    IReadOnlyList<string> Share(IReadOnlyList<CanaryShare> shares);

    /// <summary>Reads from what the proxy answered when it was asked for its slots which services have a share, and in which slot.</summary>
    /// <param name="answer">What it said, as it came.</param>
    /// <returns>The slots that do not serve and get a share.</returns>
    IReadOnlyList<SlotChoice> ParseShares(string answer);
}
