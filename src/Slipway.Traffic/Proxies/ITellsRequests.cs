using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies;

/// <summary>
/// A proxy that tells which requests a slot has, and so more than how many connections are open: those that brought a body are not cut when
/// the time of a drain is over.
/// </summary>
public interface ITellsRequests
{
    /// <summary>Where it tells of them; <see cref="SlotRequestReader"/> asks. A proxy with the configuration of an earlier Slipway does not answer.</summary>
    SlotSource ReadRequests(SlotChoice slot);

    /// <summary>Reads what <see cref="ReadRequests"/> answered.</summary>
    /// <exception cref="FormatException">The text is no such answer.</exception>
    SlotRequests ParseRequests(ProxyPlan plan, SlotChoice slot, string answer);
}
