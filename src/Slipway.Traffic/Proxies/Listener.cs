namespace Slipway.Traffic.Proxies;

/// <summary>A port on which the proxy takes requests.</summary>
/// <param name="Port">The port inside the proxy's container, 1 to 65535.</param>
/// <param name="Routes">Where its requests go; one without a route is answered 404.</param>
public sealed record Listener(int Port, IReadOnlyList<Route> Routes)
{
    /// <summary>A listener all of whose requests go to one service.</summary>
    public static Listener To(int port, string service) => new(port, [new Route("/", service)]);
}
