using System.Globalization;
using Slipway.Compose.Services;
using static Slipway.Compose.Traefik.TraefikLabels;

namespace Slipway.Compose.Traefik;

/// <summary>Finds what labels of a service would mean something else on a gateway.</summary>
/// <param name="service">A service that Traefik finds.</param>
/// <param name="ports">What its gateway has.</param>
internal sealed class TraefikObstacle(ComposeService service, TraefikPorts ports)
{
    private readonly List<string> _keys = [.. service.Labels.Names.Where(IsTraefiks)];

    /// <summary>The first, as the rest of a sentence; null when there is none.</summary>
    public string? Find() => Udp() ?? Url() ?? Tcp() ?? (SpeaksHttp(service) ? Scheme() ?? Http() : null);

    private string? Udp() => _keys.Find(k => Begins(k, "traefik.udp.")) is { } udp ? $"{udp} is for datagrams, which no gateway of Slipway's switches" : null;

    private string? Url() => _keys.Find(k => (Begins(k, HttpServices) || Begins(k, TcpServices)) && EndsAny(k, ".server.url", ".server.address")) is { } url
        ? $"{url} leads past Slipway's gateway" : null;

    private string? Tcp()
    {
        if (_keys.Find(k => Begins(k, TcpPrefix)) is not { } first)
        {
            return null;
        }

        if (ports.Tcp.Count == 0)
        {
            return $"{first} is not for HTTP, and none of its ports is tcp in slipway.yaml";
        }

        return Named(service, TcpRouters).FirstOrDefault(r => Value(service, $"{TcpRouters}{r}.rule") is not { Length: > 0 }) is { } unruled
            ? $"its router {unruled} has no rule, without which Traefik takes none for TCP"
            : Stray(TcpServices, ports.Tcp);
    }

    // The scheme is that of the port which the same service of Traefik's leads to.
    private string? Scheme()
    {
        foreach (var name in Named(service, HttpServices))
        {
            var key = $"{HttpServices}{name}.loadbalancer.server.scheme";
            var port = int.TryParse(Value(service, $"{HttpServices}{name}{PortEnd}"), CultureInfo.InvariantCulture, out var told) ? told
                : ports.Requests is [var first, ..] ? first : 0;
            var spoken = ports.Http2.Contains(port) ? "h2c" : "http";
            if ((Value(service, key) ?? "http") != spoken)
            {
                return $"{key} is not {spoken}, which is all that Slipway's gateway speaks on port {port}";
            }
        }

        return null;
    }

    private string? Http()
    {
        var routers = Named(service, HttpRouters);
        if (routers.FirstOrDefault(r => Value(service, $"{HttpRouters}{r}.rule") is not { Length: > 0 }) is { } unruled)
        {
            return $"its router {unruled} has no rule, so that Traefik makes one of the container's name";
        }

        if (routers.Count == 0)
        {
            return "no label has a rule, so that Traefik makes one of the container's name";
        }

        return ports.Requests.Count == 0
            ? $"{HttpRouters}{routers[0]} is for HTTP, and none of its ports is in slipway.yaml"
            : Stray(HttpServices, ports.Requests);
    }

    private string? Stray(string services, IReadOnlyList<int> known) =>
        PortsOf(service, services).FirstOrDefault(p => !known.Contains(p)) is > 0 and var second
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"its labels name port {second} beside {known[0]}, and Slipway's gateway passes on {string.Join(" and ", known)} alone")
            : null;

    private static bool EndsAny(string key, params ReadOnlySpan<string> ends)
    {
        foreach (var end in ends)
        {
            if (key.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
