using Slipway.Deployment.Planning.Steps;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Proxies;

/// <summary>Waits until a slot has no request in flight.</summary>
/// <param name="ProxyContainer">The proxy's container.</param>
/// <param name="Service">The compose service.</param>
/// <param name="Slot">The slot of it that no longer gets requests.</param>
/// <param name="Deadline">How long it waits for websockets and streams; for requests with a body it waits up to its timeout.</param>
public sealed record DrainStep(string ProxyContainer, string Service, Slot Slot, TimeSpan Deadline) : Step
{
    /// <inheritdoc/>
    public override bool IsReading => true;

    /// <inheritdoc/>
    public override string Command => $"drain {Service}-{Slot.ToString().ToLowerInvariant()}";
}
