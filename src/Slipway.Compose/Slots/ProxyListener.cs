namespace Slipway.Compose.Slots;

/// <summary>A port that the proxy has to listen on for a service.</summary>
/// <param name="Service">The service that the requests are for.</param>
/// <param name="Port">The port inside the proxy's container.</param>
/// <param name="Published">
/// The port that the service published on the host, moved to the proxy, 0 for one that the engine picks; null for the listener that other containers
/// reach under the service's name.
/// </param>
/// <param name="HostIp">The host's address that the published port is bound to, or null for all.</param>
public sealed record ProxyListener(string Service, int Port, string? Published = null, string? HostIp = null)
{
    /// <summary>The port of the service that the requests are for.</summary>
    public int Target { get; init; } = Port;
}
