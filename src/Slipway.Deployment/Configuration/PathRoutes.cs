using Slipway.Traffic.Proxies;

namespace Slipway.Deployment.Configuration;

/// <summary>The routes of slipway.yaml.</summary>
internal static class PathRoutes
{
    /// <summary>Those of all services; what is left over goes to the first service that names none.</summary>
    public static IReadOnlyList<Route> Of(IReadOnlyList<ServiceSettings> services)
    {
        var routes = services.SelectMany(s => s.Routes.Select(r => new Route(r.Length > 1 ? r.TrimEnd('/') : r, s.Name))).ToList();
        if (services.FirstOrDefault(s => s.Routes.Count == 0) is { } rest && !routes.Any(r => r.PathPrefix == "/"))
        {
            routes.Add(new Route("/", rest.Name));
        }

        return routes;
    }
}
