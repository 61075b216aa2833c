using System.Net;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Slots;

/// <summary>Waits until a container answers its health path, or fails at once when the container ends.</summary>
/// <param name="Container">The container's name.</param>
/// <param name="Address">Its address on the slots network; null for one on any network, which it gets when it is started.</param>
/// <param name="Port">The TCP port in the container.</param>
/// <param name="Path">The path that answers 2xx or 3xx once it is ready.</param>
/// <param name="Host">The host that the request names.</param>
public sealed record AwaitReadyStep(string Container, IPAddress? Address, int Port, string Path, string Host) : Step
{
    /// <inheritdoc/>
    public override string Command => $"probe http://{(Address is null ? Container : Address.ToString())}:{Port}{Path}";
}
