using Slipway.Compose.Slots;
using Slipway.Deployment.Configuration;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Planning.Layout;

/// <summary>The second step: what the proxy's configuration is made from.</summary>
internal static class ProxyPlanMaker
{
    public static ProxyPlan Make(Application application, ProxySettings settings, SlotAddresses addresses, IReadOnlyList<ProxyListener> listeners)
    {
        var backends = application.BehindProxy
            .Select(s => new Backend(s.Name, s.Port, addresses.Of(s.Name, Slot.Blue), addresses.Of(s.Name, Slot.Green)))
            .ToList();
        var routes = listeners
            .Select(l => (l.Port, l.Service))
            .Distinct()
            .GroupBy(l => l.Port)
            .ToDictionary(g => g.Key, group => group.Count() == 1
                ? [new Route("/", group.First().Service)]
                : group.Select(l => new Route("/", l.Service, l.Service)).ToList());
        if (!settings.Added)
        {
            // On the port of the application's own proxy the routes of slipway.yaml come before the services' names.
            var named = routes.GetValueOrDefault(settings.Listen, []).Select(r => r with { Host = r.Service });
            routes[settings.Listen] = [.. PathRoutes([.. application.BehindProxy]), .. named];
        }

        return new ProxyPlan(application.Name, backends, [.. routes.OrderBy(r => r.Key).Select(r => new Listener(r.Key, r.Value))]);
    }

    private static List<Route> PathRoutes(IReadOnlyList<ServiceSettings> services)
    {
        var routes = services.SelectMany(s => s.Routes.Select(r => new Route(r.Length > 1 ? r.TrimEnd('/') : r, s.Name))).ToList();
        if (services.FirstOrDefault(s => s.Routes.Count == 0) is { } rest && !routes.Any(r => r.PathPrefix == "/"))
        {
            routes.Add(new Route("/", rest.Name));
        }

        return routes;
    }
}
