using Slipway.Compose.Fronts.Finding;
using Slipway.Compose.Services;
using Slipway.Compose.Traefik;

namespace Slipway.Compose.Drafts;

/// <summary>Tells what can't be there twice at once.</summary>
/// <param name="model">The application.</param>
/// <param name="facts">What else is known.</param>
internal sealed class SingleSigns(ComposeModel model, ApplicationFacts facts)
{
    private readonly ComposeService? _takesAll = FrontLabels.TakesAll(model.Services, facts.ReadFile);
    private readonly WrittenPlaces _places = new(facts);

    /// <summary>What makes two slots impossible, as the overlay would say.</summary>
    public string? Obstacle(ComposeService service)
    {
        if (service.Networks.Any(n => n.Ipv4Address is not null || n.Ipv6Address is not null))
        {
            return "two slots can't both have its fixed address";
        }

        if (service.MacAddress is not null)
        {
            return "two slots can't both have its hardware address";
        }

        if (service.Ties.Length > 0 && service.NetworkMode is { } mode)
        {
            return $"its network mode is {mode}";
        }

        var tied = model.Services.FirstOrDefault(o => o.Ties.Any(t => t.Service == service.Name));
        return tied is null ? null : $"{tied.Name} is tied to its container";
    }

    /// <summary>Why the old one has to stop before the new one starts.</summary>
    public string? OneAtATime(ComposeService service)
    {
        if (service.NetworkMode is { } mode)
        {
            return mode == "host" ? "its network mode is host, so that two at once would want the same ports"
                : $"its network mode is {mode}, without a network of its own";
        }

        if (service.Exclusive is [var resource, ..])
        {
            return $"two at once can't have {resource}";
        }

        var own = model.Networks.Where(n => service.Networks.Any(o => o.Network == n.Key));
        if (own.FirstOrDefault(n => n.Driver is "macvlan" or "ipvlan") is { Driver: var driver } network)
        {
            return $"its network {network.Key} is {driver}, whose containers the engine's own machine can't reach to ask whether they are ready";
        }

        if (_places.Of(service) is { } volume)
        {
            return $"two at once would write to {volume}";
        }

        if (service.Build is null && service.Volumes.Any(v => v.Source?.EndsWith("/docker.sock", StringComparison.Ordinal) == true))
        {
            return "it works with the engine itself, which two at once would both do";
        }

        if (service.VolumesFrom.FirstOrDefault(MayWrite) is { } shared)
        {
            return $"two at once would write to the volumes of {shared}";
        }

        if (service.Ports.FirstOrDefault(p => p.AppProtocol is { } spoken && spoken is not ("http" or "https" or "http/1.1" or "ws" or "wss")) is { } other)
        {
            return $"its port {other.Target} speaks {other.AppProtocol}; blue-green with that port and its protocol";
        }

        if (FrontLabels.BesidesTraefik(service) is { } finder)
        {
            return $"{finder.Proxy} finds it by {finder.By}, which both slots would have: it would send requests to old and unready releases";
        }

        if (_takesAll is not null && service != _takesAll && !FrontLabels.SaysNo(service) && !TraefikLabels.Finds(service))
        {
            return $"{_takesAll.Name} takes every container that it sees, and so would send requests to both slots";
        }

        if (service.Ports.Any(p => p.Protocol != "tcp"))
        {
            return "not all of its ports are TCP, which a proxy of HTTP can't switch";
        }

        if (service.Ports.Any(p => p.Published?.Contains('-', StringComparison.Ordinal) == true))
        {
            return "it publishes a range of ports, and only one can go through the proxy";
        }

        return PortGuesser.Published(service) is { Count: > 1 } published
            ? $"it publishes {string.Join(" and ", published)}: {ServiceGuesser.OnePort}"
            : null;
    }

    /// <summary>Whether mounts of another container are had for writing, and are there to be written to.</summary>
    private bool MayWrite(string from)
    {
        var parts = from.Split(':');
        return parts[^1] != "ro" && (parts[0] == "container"
            || model.Find(parts[0])?.Volumes.Any(v => v is { ReadOnly: false, Source: not null, Type: "volume" or "bind" }) != false);
    }
}
