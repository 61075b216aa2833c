using System.Collections.Immutable;
using System.Globalization;
using Slipway.Compose.Fronts;
using Slipway.Compose.Fronts.Finding;
using Slipway.Compose.Services;
using Slipway.Compose.Surroundings;

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

    private readonly ComposeService? _takesAll = FrontLabels.TakesAll(model.Services, facts.ReadFile);
    private readonly PeerPorts _peers = new(model, facts, front);

    /// <summary>All services but the proxy and what runs once.</summary>
    public ImmutableArray<ServiceGuess> Guess(IReadOnlyDictionary<string, ServiceDecision> decided) =>
    [
        .. model.Services
            .Where(s => !(front is { IsPlain: true } && s == front.Service) && !RunsOnce(s))
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
                Health = decision.Health ?? guess.Health ?? ports.Health(service),
                Routes = guess.Routes,
            };
    }

    private ServiceGuess Guess(ComposeService service)
    {
        var holds = ImageKinds.DataIn(service.Image) ?? ImageKinds.DataIn(facts.BaseImage(service.Name));
        if (holds is not null)
        {
            return Stateful(service, $"{holds} holds data");
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
                ? new(service.Name, "rolling", $"it has {service.Replicas} replicas and no port")
                : Handoff(service, NoPort(service));
        }

        if (_peers.Second(service, port.Port) is { } second)
        {
            return Handoff(service, second);
        }

        var health = ports.Health(service);
        var why = health is null ? $"{(port.Why == PortGuesser.FromHealthCheck ? "is " : "")}{port.Why}; it is ready when / answers"
            : port.Why == PortGuesser.FromHealthCheck ? $"and {health} are {PortGuesser.FromHealthCheck}"
            : $"{port.Why}; {health} is what its health check asks for";
        return new(service.Name, "blue-green", string.Create(CultureInfo.InvariantCulture, $"port {port.Port} {why}"))
        {
            Port = port.Port,
            Health = health,
            Routes = front is { IsPlain: true } ? front.RoutesOf(service.Name) : [],
        };
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
            return $"its network mode is {mode}, so that two at once would want the same ports";
        }

        if (Written(service) is { } volume)
        {
            return $"two at once would write to {volume}";
        }

        if (FrontLabels.Of(service) is { } finder)
        {
            return $"{finder.Proxy} finds it by {finder.By}, which both slots would have: it would send requests to old and unready releases";
        }

        if (_takesAll is not null && service != _takesAll && !FrontLabels.SaysNo(service))
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
            ? $"it publishes {string.Join(" and ", published)}, and only one port can go through the proxy"
            : null;
    }

    private string NoPort(ComposeService service) => front?.NotHttp.GetValueOrDefault(service.Name) is { } protocol
        ? $"{front.Service.Name} speaks {protocol} to it, and Slipway's gateway only HTTP"
        : "no port is known that serves HTTP; rolling if several may run at once";

    /// <summary>A place that it writes to. What a build context holds is mounted for development, and nothing is lost there.</summary>
    private static string? Written(ComposeService service) => service.Volumes
        .Where(v => v is { ReadOnly: false, Source: not null, Type: "volume" or "bind" })
        .Where(v => v.Type == "volume" || !IsSource(service, v))
        .Select(v => v.Source)
        .FirstOrDefault();

    /// <summary>Whether what is mounted is part of the application rather than data.</summary>
    private static bool IsSource(ComposeService service, ServiceVolume volume) => volume.Source is ['.', ..]
        && (service.Build is not null
            || volume.Target.StartsWith("/etc/", StringComparison.Ordinal) || volume.Target.StartsWith("/usr/share/", StringComparison.Ordinal)
            || Path.GetExtension(volume.Source) is ".conf" or ".yaml" or ".yml" or ".json" or ".toml" or ".ini" or ".cfg" or ".template");

    private bool RunsOnce(ComposeService service) =>
        service.Profiles.Length > 0
            || model.Services.Any(o => o.DependsOn.Any(n => n.Service == service.Name && n.Condition == "service_completed_successfully"));
}
