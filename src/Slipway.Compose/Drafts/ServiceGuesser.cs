using System.Collections.Immutable;
using System.Globalization;
using Slipway.Compose.Fronts;
using Slipway.Compose.Fronts.Finding;
using Slipway.Compose.Roles;
using Slipway.Compose.Services;
using Slipway.Compose.Traefik;

namespace Slipway.Compose.Drafts;

/// <summary>Guesses how each service is to be replaced.</summary>
/// <param name="model">The application.</param>
/// <param name="facts">What else is known.</param>
/// <param name="front">The service that stands before the others, if any.</param>
/// <param name="ports">Knows the ports.</param>
internal sealed class ServiceGuesser(ComposeModel model, ApplicationFacts facts, Front? front, PortGuesser ports)
{
    /// <summary>Why: somebody said so.</summary>
    public const string Decided = "as you said";

    private const string OnePort = "blue-green is for one port and others that are named (ports: [...])";

    private readonly ComposeService? _takesAll = FrontLabels.TakesAll(model.Services, facts.ReadFile);
    private readonly PeerPorts _peers = new(model, facts, front);
    private readonly DataFinder _data = new(model, facts);
    private readonly WrittenPlaces _places = new(facts);
    private readonly InnerSchedulers _schedulers = new(facts);

    /// <summary>All services but the proxy and those that compose doesn't run.</summary>
    public ImmutableArray<ServiceGuess> Guess(IReadOnlyDictionary<string, ServiceDecision> decided) =>
    [
        .. model.Services
            .Where(s => !(front is { IsPlain: true } && s == front.Service) && (model.Runs(s) || JobSigns.IsOfRelease(model, s)))
            .Select(s => Decide(s, Guess(s), decided.GetValueOrDefault(s.Name))),
    ];

    private ServiceGuess Decide(ComposeService service, ServiceGuess guess, ServiceDecision? decision)
    {
        if (decision is null)
        {
            return guess;
        }

        var port = decision.Port ?? guess.Port ?? ports.Of(service)?.Port;
        return decision.Strategy == "blue-green" && port is null
            ? guess
            : new(service.Name, decision.Strategy, Decided)
            {
                Port = decision.Strategy == "blue-green" ? port : null,
                Health = decision.Health ?? guess.Health ?? (port is { } known ? Health.Of(ports.Check(service), known).Path : null),
                Host = guess.Host,
                Hosts = guess.Hosts,
                Routes = guess.Routes,
            };
    }

    private ServiceGuess Guess(ComposeService service)
    {
        if (JobSigns.Why(model, service) is { } end)
        {
            return new(service.Name, "job", end);
        }

        if (OnlyMigrates(service) is { } migration)
        {
            return new(service.Name, "job", $"its command is nothing but a migration ({migration})");
        }

        if (_data.Why(service) is { } holds)
        {
            return Stateful(service, holds);
        }

        if (service == front?.Service)
        {
            return Stateful(service, "it stays as it is" + (service.Build is null ? "" : $"; its own image is replaced only with --consent={service.Name}"));
        }

        if (FrontLabels.IsFinder(service))
        {
            return Stateful(service, "it finds the other services by their labels");
        }

        if (Obstacle(service) is { } obstacle)
        {
            return Stateful(service, obstacle);
        }

        if (OneAtATime(service) is { } reason)
        {
            return Handoff(service, reason);
        }

        if (ports.Of(service) is not { } port)
        {
            return service.Replicas > 1
                ? new(service.Name, "rolling", $"it has {service.Replicas} replicas and no port{EachDoes(service)}")
                : Handoff(service, NoPort(service));
        }

        if (WorkSigns.Of(service) is { } works && front?.PortOf(service.Name) is null && !TraefikLabels.Finds(service))
        {
            return service.Replicas > 1 ? new(service.Name, "rolling", $"it has {service.Replicas} replicas, and {works}")
                : Handoff(service, $"{works}: two at once would both do it; rolling if several may run at once");
        }

        if (_schedulers.Of(service) is { } scheduler)
        {
            return Handoff(service, $"{scheduler} beside its server, which two at once would both do");
        }

        if (TraefikLabels.Finds(service) && TraefikLabels.Obstacle(model, service, new TraefikPorts([port.Port])) is { } label)
        {
            return Handoff(service, $"Traefik finds it by its labels, which both slots would have, and they can't move to Slipway's gateway: {label}");
        }

        if (PortGuesser.Published(service) is [var published] && published != port.Port)
        {
            return Handoff(service, $"it publishes {published} and serves HTTP at {port.Port}: {OnePort}");
        }

        if (_peers.Second(service, port.Port) is { } second)
        {
            return Handoff(service, second);
        }

        var health = Health.Of(ports.Check(service), port.Port);
        if (health.Path == Health.Container && ports.AsksItsName(service) is { } name)
        {
            return Handoff(service, $"its health check asks for {name}, which is the proxy for a slot: it could be blue-green if it asked for localhost");
        }

        var why = health.Why is { } own ? $"{(port.Why == PortGuesser.FromHealthCheck ? "is " : "")}{port.Why}; {own}"
            : health.Path is null ? $"{(port.Why == PortGuesser.FromHealthCheck ? "is " : "")}{port.Why}; it is ready when / answers"
            : port.Why == PortGuesser.FromHealthCheck ? $"and {health.Path} are {PortGuesser.FromHealthCheck}"
            : $"{port.Why}; {health.Path} is what its health check asks for";
        return new(service.Name, "blue-green", string.Create(CultureInfo.InvariantCulture, $"port {port.Port} {why}"))
        {
            Port = port.Port,
            Health = health.Path,
            Host = health.Host,
            Hosts = front is { IsPlain: true } ? front.HostsOf(service.Name) : [],
            Routes = front is { IsPlain: true } ? front.RoutesOf(service.Name) : [],
        };
    }

    private string EachDoes(ComposeService service) => _schedulers.Of(service) is { } scheduler && scheduler.Contains("beat", StringComparison.Ordinal)
        || (service.Command ?? []).SelectMany(w => w.Split(' ')).Any(w => w is "-B" or "--beat") ? "; each of them would be a scheduler: give that a service of its own" : "";

    private string? OnlyMigrates(ComposeService service)
    {
        string[] words = [.. service.Entrypoint ?? [], .. service.Command ?? []];
        var whole = words is [_, "-c" or "-ec" or "-lc", var script] ? script : string.Join(' ', words);
        return service is { MayEnd: true, Ports.IsEmpty: true, Expose.IsEmpty: true, Replicas: 1 } && facts.Migrates(words)?.Command is { } command
            && command == whole.Trim() ? command : null;
    }

    private static ServiceGuess Stateful(ComposeService service, string why) => new(service.Name, "stateful", why);

    private static ServiceGuess Handoff(ComposeService service, string why) => new(service.Name, "handoff", why);

    /// <summary>What makes two slots impossible, as the overlay would say.</summary>
    private string? Obstacle(ComposeService service)
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
    private string? OneAtATime(ComposeService service)
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

        if (model.Networks.FirstOrDefault(n => n.Driver is "macvlan" or "ipvlan" && service.Networks.Any(o => o.Network == n.Key)) is { Driver: var driver } network)
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
            ? $"it publishes {string.Join(" and ", published)}: {OnePort}"
            : null;
    }

    /// <summary>Whether mounts of another container are had for writing, and are there to be written to.</summary>
    private bool MayWrite(string from)
    {
        var parts = from.Split(':');
        return parts[^1] != "ro" && (parts[0] == "container"
            || model.Find(parts[0])?.Volumes.Any(v => v is { ReadOnly: false, Source: not null, Type: "volume" or "bind" }) != false);
    }

    private string NoPort(ComposeService service) => front?.NotHttp.GetValueOrDefault(service.Name) is { } protocol
        ? $"{front.Service.Name} speaks {protocol} to it, and Slipway's gateway only HTTP"
        : TraefikLabels.Finds(service) ? "its labels for Traefik name several ports or another protocol; blue-green with these (port, ports, protocol)"
        : OtherProtocols.SaysGrpc(model, service) ? "it seems to speak gRPC; blue-green with its port and protocol: grpc"
        : "no port is known that serves HTTP; rolling if several may run at once";
}
