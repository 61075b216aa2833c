using Slipway.Deployment.Planning.Steps;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Proxies;

/// <summary>Asks the new slot through the proxy, before users reach it.</summary>
/// <param name="ProxyContainer">The proxy's container.</param>
/// <param name="Slot">The slot to ask.</param>
/// <param name="Path">The path that must answer 2xx or 3xx.</param>
/// <param name="Host">The host that the request names.</param>
public sealed record SmokeStep(string ProxyContainer, string Service, Slot Slot, string Path, string Host) : Step
{
    /// <inheritdoc/>
    public override string Command => $"probe {Path} of {Service}-{Slot.ToString().ToLowerInvariant()} through {ProxyContainer}";
}
