using Slipway.Deployment.Planning.Steps;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Proxies;

/// <summary>Waits until a slot has no request in flight.</summary>
/// <param name="ProxyContainer">The proxy's container.</param>
public sealed record DrainStep(string ProxyContainer, string Service, Slot Slot) : Step
{
    /// <inheritdoc/>
    public override string Command => $"drain {Service}-{Slot.ToString().ToLowerInvariant()}";
}
