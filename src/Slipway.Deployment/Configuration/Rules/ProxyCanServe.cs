using System.Net;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Configuration.Rules;

/// <summary>A configuration of the proxy can be made from the ports and routes of the services.</summary>
internal sealed class ProxyCanServe : IApplicationRule
{
    public IEnumerable<ConfigurationProblem> Check(Application application)
    {
        if (application.Settings.Proxy is not { } proxy)
        {
            yield break;
        }

        // What lacks a port, or has a route that is no path, was told when it was read.
        var services = application.BehindProxy.Where(s => s.Port > 0 && s.Routes.All(r => r.StartsWith('/'))).ToList();
        foreach (var service in services)
        {
            foreach (var port in service.AllPorts.DistinctBy(p => p.Number))
            {
                foreach (var problem in Problems(proxy, [service], Listener.To(port.Number, service.Name, port.Number)))
                {
                    yield return Told(port.Number == service.Port ? service.PortPlace : service.MorePlaces[port.Number], problem);
                }
            }
        }

        if (proxy is { Added: true, Tls: null } || services.Count == 0)
        {
            yield break;
        }

        var known = Problems(proxy, services, Listener.To(proxy.Listen, services[0].Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var problem in known)
        {
            yield return Told(proxy.ListenPlace, problem);
        }

        for (var count = 1; count <= services.Count; count++)
        {
            // A route that comes twice is the second service's.
            foreach (var problem in Problems(proxy, services, new Listener(proxy.Listen, PathRoutes.Of(services[..count]))).Where(known.Add))
            {
                yield return Told(services[count - 1].Place, problem);
            }
        }
    }

    private static IReadOnlyList<string> Problems(ProxySettings proxy, List<ServiceSettings> services, Listener listener) =>
        ProxyPlanRules.Problems(new ProxyPlan(string.Empty, [.. services.Select(Somewhere)], [listener]), proxy.Kind);

    // Where its slots will be is not known yet, but that no two are at one place.
    private static Backend Somewhere(ServiceSettings service, int number) =>
        new(service.Name, service.Port, new IPAddress([127, 0, (byte)(number >> 8), (byte)number]), new IPAddress([127, 1, (byte)(number >> 8), (byte)number]))
        {
            Protocol = service.Protocol,
            More = service.More,
        };

    private static ConfigurationProblem Told(Place place, string problem) => new(place, $"the proxy can't serve that: {problem.TrimEnd('.')}");
}
