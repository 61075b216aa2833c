using System.Net;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Planning.Steps;
using Slipway.Traffic.Probing;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Slots;

/// <summary>Waits until a container answers its health path, or fails at once when the container ends.</summary>
/// <param name="Container">The container's name.</param>
/// <param name="Address">Its address on the slots network; null for one on any network, which it gets when it is started.</param>
/// <param name="Port">The TCP port in the container.</param>
/// <param name="Path">The path that answers 2xx or 3xx once it is ready.</param>
/// <param name="Host">The host that the request names.</param>
public sealed record AwaitReadyStep(string Container, IPAddress? Address, int Port, string Path, string Host) : Step
{
    /// <summary>The step that waits until a service is ready, by its path or by its container's own health check.</summary>
    /// <param name="address">Its address on the slots network; null for one on any network.</param>
    /// <param name="purpose">What it is for, in a few words.</param>
    /// <returns>The step.</returns>
    public static Step For(ServiceSettings settings, string container, IPAddress? address, string purpose) => settings.AsksContainer
        ? new AwaitRunningStep(container) { Purpose = purpose, NeedsCheck = true }
        : new AwaitReadyStep(container, address, settings.Port, settings.Health, settings.Host)
        {
            Purpose = purpose,
            Protocol = settings.Protocol,
        };

    /// <summary>What is spoken there.</summary>
    public SlotProtocol Protocol { get; init; } = SlotProtocol.Http;

    /// <inheritdoc/>
    public override bool IsReading => true;

    /// <inheritdoc/>
    public override string Command =>
        $"probe {ProbeRequest.Scheme(Protocol)}://{(Address is null ? Container : Address.ToString())}:{Port}{ProbeRequest.PathOf(Protocol, Path)}";
}
