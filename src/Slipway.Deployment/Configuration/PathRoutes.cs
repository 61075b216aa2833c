using Slipway.Traffic.Proxies;

namespace Slipway.Deployment.Configuration;

/// <summary>The hosts and routes of slipway.yaml.</summary>
internal static class PathRoutes
{
    /// <summary>Those of all services; what is left over goes to the first service that names neither. Of two that want the same, the first gets it.</summary>
    public static IReadOnlyList<Route> Of(IReadOnlyList<ServiceSettings> services)
    {
        var routes = services.SelectMany(Of).ToList();
        if (services.FirstOrDefault(s => s.Routes.Count + s.Hosts.Count == 0) is { } rest)
        {
            routes.Add(new Route("/", rest.Name));
        }

        return [.. routes.DistinctBy(r => (r.Host, r.PathPrefix))];
    }

    /// <summary>Those of one service: each of its routes on each of its hosts.</summary>
    public static IEnumerable<Route> Of(ServiceSettings service) =>
        from host in service.Hosts.Count == 0 ? [null] : service.Hosts.Select(string? (h) => h)
        from path in service.Routes.Count == 0 && service.Hosts.Count > 0 ? ["/"] : service.Routes
        select new Route(path.Length > 1 ? path.TrimEnd('/') : path, service.Name, host);
}
