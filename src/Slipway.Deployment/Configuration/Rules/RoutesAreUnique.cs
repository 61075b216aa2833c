using Slipway.Traffic.Proxies;

namespace Slipway.Deployment.Configuration.Rules;

/// <summary>No two services want the requests of one host and path.</summary>
internal sealed class RoutesAreUnique : IApplicationRule
{
    public IEnumerable<ConfigurationProblem> Check(Application application)
    {
        var owners = new Dictionary<(string? Host, string Path), ServiceSettings>();
        foreach (var (service, route) in application.BehindProxy.SelectMany(s => PathRoutes.Of(s).Distinct().Select(r => (s, r))))
        {
            if (!owners.TryAdd((route.Host, route.PathPrefix), service))
            {
                var owner = owners[(route.Host, route.PathPrefix)];
                yield return new ConfigurationProblem(
                    PlaceOf(service, route),
                    $"{route.PathPrefix}{(route.Host is { } host ? $" of {host}" : string.Empty)} is \"{owner.Name}\"'s already ({PlaceOf(owner, route)}),"
                        + $" so \"{service.Name}\" can't have it as well",
                    "give one of them another host or route");
            }
        }
    }

    private static Place PlaceOf(ServiceSettings service, Route route) =>
        (route.Host is { } host ? service.RoutePlaces.GetValueOrDefault(host) : null)
        ?? service.RoutePlaces.Where(p => p.Key.TrimEnd('/') == route.PathPrefix.TrimEnd('/')).Select(p => p.Value).FirstOrDefault()
        ?? service.Place;
}
