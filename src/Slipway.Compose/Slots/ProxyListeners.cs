using System.Collections.Immutable;
using System.Globalization;
using Slipway.Compose.Services;

namespace Slipway.Compose.Slots;

/// <summary>Finds a port inside the proxy's container for every port that a service behind the proxy answered on.</summary>
internal static class ProxyListeners
{
    /// <summary>Well above what services listen on, and below the ephemeral ports of Linux (32768).</summary>
    private const int FirstFreePort = 20_000;

    /// <summary>Asks the engine for a port of its choice.</summary>
    private const string AnyPort = "0";

    public static ImmutableArray<ProxyListener> For(ComposeModel model, SlotRequest request)
    {
        var proxied = request.Services.Where(s => s.IsProxied).ToImmutableArray();
        var taken = new HashSet<int>();
        foreach (var port in request.Proxy?.ReservedPorts ?? [])
        {
            taken.Add(port);
        }

        if (request.Proxy is { } proxy && model.Find(proxy.Service) is { } own)
        {
            foreach (var port in own.Ports)
            {
                taken.Add(port.Target);
            }
        }


        var listeners = ImmutableArray.CreateBuilder<ProxyListener>();
        foreach (var service in proxied)
        {
            listeners.Add(new(service.Name, service.Port));
            // Two services on the same port can share a listener for other containers, which say a host name, but not
            // for the world outside, which may say anything: only the sole user of a port number publishes it as it is.
            var sole = proxied.Count(o => o.Port == service.Port) == 1 && taken.Add(service.Port);
            foreach (var port in Moved(model.Find(service.Name), service.Port))
            {
                listeners.Add(new(service.Name, sole ? service.Port : Free(taken, port.Published), port.Published ?? AnyPort, port.HostIp));
            }
        }

        return listeners.ToImmutable();
    }

    /// <summary>The published ports that the proxy takes over from a service.</summary>
    public static IEnumerable<ServicePort> Moved(ComposeService? service, int port) =>
        service?.Ports.Where(p => p.Target == port && p.Protocol == "tcp") ?? [];

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
