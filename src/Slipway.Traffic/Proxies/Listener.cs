namespace Slipway.Traffic.Proxies;

/// <summary>A port on which the proxy takes requests.</summary>
/// <param name="Port">The port inside the proxy's container, 1 to 65535.</param>
/// <param name="Routes">Where its requests go; one without a route is answered 404.</param>
public sealed record Listener(int Port, IReadOnlyList<Route> Routes)
{
    /// <summary>A listener all of whose requests go to one service.</summary>
    public static Listener To(int port, string service) => new(port, [new Route("/", service)]);

    /// <summary>A listener all of whose requests or connections go to one port of a service.</summary>
    public static Listener To(int port, string service, int target) => new(port, [new Route("/", service) { Port = target }]);

    /// <summary>Finds where a request goes, as each kind of proxy does.</summary>
    /// <param name="host">The host that it names, without port.</param>
    /// <param name="path">Its path; a query does not matter.</param>
    /// <returns>Null when it is answered 404.</returns>
    public Route? RouteOf(string host, string path)
    {
        var routes = RoutesByHost.Of(this).Last(h => h.Host is null || HostPattern.Fits(h.Host, host));
        return routes.Routes.FirstOrDefault(r => r.Takes(path.Split('?')[0]));
    }
}
