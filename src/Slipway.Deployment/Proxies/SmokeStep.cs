using Slipway.Deployment.Planning.Steps;
using Slipway.Traffic.Probing;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Proxies;

/// <summary>Asks the new slot through the proxy, before users reach it.</summary>
/// <param name="ProxyContainer">The proxy's container.</param>
/// <param name="Slot">The slot to ask.</param>
/// <param name="Path">The path that must answer 2xx or 3xx.</param>
/// <param name="Host">The host that the request names.</param>
public sealed record SmokeStep(string ProxyContainer, string Service, Slot Slot, string Path, string Host) : Step
{
    /// <summary>What is spoken there, which has requests.</summary>
    public SlotProtocol Protocol { get; init; } = SlotProtocol.Http;

    /// <inheritdoc/>
    public override bool IsReading => true;

    /// <inheritdoc/>
    public override string Command =>
        $"probe {ProbeRequest.PathOf(Protocol, Path)} of {Service}-{Slot.ToString().ToLowerInvariant()} through {ProxyContainer}";
}
