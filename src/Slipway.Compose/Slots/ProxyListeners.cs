using System.Collections.Immutable;
using System.Globalization;
using Slipway.Compose.Services;

namespace Slipway.Compose.Slots;

/// <summary>Finds a port inside a proxy's container for every port that a service behind it answered on.</summary>
internal static class ProxyListeners
{
    /// <summary>Well above what services listen on, and below the ephemeral ports of Linux (32768).</summary>
    private const int FirstFreePort = 20_000;

    /// <summary>Asks the engine for a port of its choice.</summary>
    private const string AnyPort = "0";

    public static ImmutableArray<ProxyListener> For(ComposeModel model, SlotRequest request, SlotProxy proxy)
    {
        var taken = proxy.ReservedPorts.Concat(model.Find(proxy.Service)?.Ports.Select(p => p.Target) ?? []).ToHashSet();
        var listeners = ImmutableArray.CreateBuilder<ProxyListener>();
        var places = request.Services.Where(s => s.IsProxied && proxy.Answers.Contains(s.Name))
            .SelectMany(s => s.Ports.Select(p => (Service: s, Port: p)))
            .ToList();

        // What the proxy's own port already leads elsewhere can't be published for this service as well.
        var sole = places.Where(p => taken.Add(p.Port)).ToHashSet();
        foreach (var (service, target) in places)
        {
            listeners.Add(new(service.Name, target) { Target = target });
            foreach (var port in Moved(model.Find(service.Name), target).Where(p => !IsProxysOwn(request, p)))
            {
                var listen = sole.Contains((service, target)) ? target : Free(taken, port.Published);
                listeners.Add(new(service.Name, listen, port.Published ?? AnyPort, port.HostIp) { Target = target });
            }
        }

        return listeners.ToImmutable();
    }

    /// <summary>The published ports that the proxy takes over from a service.</summary>
    public static IEnumerable<ServicePort> Moved(ComposeService? service, int port) =>
        service?.Ports.Where(p => p.Target == port && p.Protocol == "tcp") ?? [];

    private static bool IsProxysOwn(SlotRequest request, ServicePort port) =>
        port.Published is not null && request.Proxies.Any(p => p.Published.Any(o => o.Published == port.Published));

    private static int Free(HashSet<int> taken, string? published)
    {
        if (int.TryParse(published, CultureInfo.InvariantCulture, out var same) && taken.Add(same))
        {
            return same;
        }

        var port = FirstFreePort;
        while (!taken.Add(port))
        {
            port++;
        }

        return port;
    }
}
