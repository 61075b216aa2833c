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

    /// <summary>What of its ports a service could have slots with.</summary>
    public const string OnePort = "blue-green is for one port and others that are named (ports: [...])";

    private readonly PeerPorts _peers = new(model, facts, front);
    private readonly DataFinder _data = new(model, facts);
    private readonly SingleSigns _single = new(model, facts);
    private readonly InnerSchedulers _schedulers = new(facts);

    /// <summary>All services but the proxy and those that compose doesn't run.</summary>
    public ImmutableArray<ServiceGuess> Guess(IReadOnlyDictionary<string, ServiceDecision> decided) =>
    [
        .. model.Services
            .Where(s => !(front is { IsPlain: true } && s == front.Service) && (model.Runs(s) || JobSigns.IsOfRelease(model, s)))
            .Select(s => Decide(s, Doubted(s, Guess(s)), decided.GetValueOrDefault(s.Name))),
    ];

    /// <summary>All that speaks for one role or another of a service, and against it.</summary>
    public IEnumerable<RoleEvidence> Explain(ComposeService service)
    {
        foreach (var sign in JobSigns.Signs(model, service))
        {
            yield return new(ServiceRole.Job, sign.Text) { Weight = sign.Weight };
        }

        foreach (var answer in Answers(service))
        {
            yield return new(answer.Role, answer.Why) { Strategy = answer.Strategy };
        }

        foreach (var (guess, against) in ports.All(service).Where(p => p.Against is not null))
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"port {guess.Port} {guess.Why}, but {against}");
            yield return new(ServiceRole.Web, text) { IsAgainst = true };
        }
    }

    /// <summary>Says so where nobody could look whether an image keeps data.</summary>
    private ServiceGuess Doubted(ComposeService service, ServiceGuess guess) => guess.Strategy is not ("stateful" or "job")
        && service is { Build: null, Volumes.IsEmpty: true } && facts.Images is not null && facts.Images.Find(service.Name, service.Image) is null
            ? guess with
            {
                Why = $"{guess.Why}; its image isn't here to be looked into: stateful if it keeps data",
                Question = $"does its image keep data? docker pull {service.Image}, then Init can look",
            }
            : guess;

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
                Role = guess.Role,
                Port = decision.Strategy == "blue-green" ? port : null,
                Health = decision.Health ?? guess.Health ?? (port is { } known ? Health.Of(ports.Check(service), known).Path : null),
                Host = guess.Host,
                Hosts = guess.Hosts,
                Routes = guess.Routes,
            };
    }

    private ServiceGuess Guess(ComposeService service) => Answers(service).First();

    /// <summary>All that is known for one role or another; what comes first decides.</summary>
    private IEnumerable<ServiceGuess> Answers(ComposeService service)
    {
        if (JobSigns.Why(model, service) is { } end)
        {
            yield return new(service.Name, "job", end) { Role = ServiceRole.Job, Question = EndQuestion(service) };
        }

        if (OnlyMigrates(service) is { } migration)
        {
            yield return new(service.Name, "job", $"its command is nothing but a migration ({migration})") { Role = ServiceRole.Job };
        }

        if (_data.Why(service) is { } holds)
        {
            yield return Stateful(service, ServiceRole.Data, holds);
        }

        if (service == front?.Service)
        {
            var consent = service.Build is null ? "" : $"; its own image is replaced only with --consent={service.Name}";
            yield return Stateful(service, ServiceRole.Front, $"it stays as it is{consent}");
        }

        if (FrontLabels.IsFinder(service))
        {
            yield return Stateful(service, ServiceRole.Front, "it finds the other services by their labels");
        }

        if (_single.Obstacle(service) is { } obstacle)
        {
            yield return Stateful(service, ServiceRole.Single, obstacle);
        }

        if (_single.OneAtATime(service) is { } reason)
        {
            yield return Handoff(service, ServiceRole.Single, reason);
        }

        if (ports.Of(service) is not { } port)
        {
            var role = WorkSigns.Of(service) is null ? ServiceRole.Other : ServiceRole.Seeker;
            yield return service.Replicas > 1
                ? new(service.Name, "rolling", $"it has {service.Replicas} replicas and no port{EachDoes(service)}") { Role = role }
                : Handoff(service, role, NoPort(service)) with
                {
                    Question = role == ServiceRole.Seeker ? "may several of it run at once? (rolling)"
                        : "does it serve HTTP, and on which port? may several of it run at once?",
                };
            yield break;
        }

        if (WorkSigns.Of(service) is { } works && front?.PortOf(service.Name) is null && !TraefikLabels.Finds(service))
        {
            yield return service.Replicas > 1 ? new(service.Name, "rolling", $"it has {service.Replicas} replicas, and {works}") { Role = ServiceRole.Seeker }
                : Handoff(service, ServiceRole.Seeker, $"{works}: two at once would both do it; rolling if several may run at once");
        }

        if (_schedulers.Of(service) is { } scheduler)
        {
            yield return Handoff(service, ServiceRole.Web, $"{scheduler} beside its server, which two at once would both do");
        }

        if (TraefikLabels.Finds(service) && TraefikLabels.Obstacle(model, service, new TraefikPorts([port.Port])) is { } label)
        {
            yield return Handoff(
                service, ServiceRole.Web, $"Traefik finds it by its labels, which both slots would have, and they can't move to Slipway's gateway: {label}");
        }

        if (PortGuesser.Published(service) is [var published] && published != port.Port)
        {
            yield return Handoff(service, ServiceRole.Web, $"it publishes {published} and serves HTTP at {port.Port}: {OnePort}");
        }

        if (_peers.Second(service, port.Port) is { } second)
        {
            yield return Handoff(service, ServiceRole.Web, second);
        }

        var health = Health.Of(ports.Check(service), port.Port);
        if (health.Path == Health.Container && ports.AsksItsName(service) is { } name)
        {
            yield return Handoff(
                service, ServiceRole.Web,
                $"its health check asks for {name}, which is the proxy for a slot: it could be blue-green if it asked for localhost");
        }

        var why = health.Why is { } own ? $"{(port.Why == PortGuesser.FromHealthCheck ? "is " : "")}{port.Why}; {own}"
            : health.Path is null ? $"{(port.Why == PortGuesser.FromHealthCheck ? "is " : "")}{port.Why}; it is ready when / answers"
            : port.Why == PortGuesser.FromHealthCheck ? $"and {health.Path} are {PortGuesser.FromHealthCheck}"
            : $"{port.Why}; {health.Path} is what its health check asks for";
        yield return new(service.Name, "blue-green", string.Create(CultureInfo.InvariantCulture, $"port {port.Port} {why}"))
        {
            Role = ServiceRole.Web,
            Question = ports.Check(service) is null ? "which path answers once it is ready? (/ is asked now)" : null,
            Port = port.Port,
            Health = health.Path,
            Host = health.Host,
            Hosts = front is { IsPlain: true } ? front.HostsOf(service.Name) : [],
            Routes = front is { IsPlain: true } ? front.RoutesOf(service.Name) : [],
        };
    }

    private string EachDoes(ComposeService service) => _schedulers.Of(service) is { } scheduler && scheduler.Contains("beat", StringComparison.Ordinal)
        || (service.Command ?? []).SelectMany(w => w.Split(' ')).Any(w => w is "-B" or "--beat")
            ? "; each of them would be a scheduler: give that a service of its own"
            : "";

    private string? OnlyMigrates(ComposeService service)
    {
        string[] words = [.. service.Entrypoint ?? [], .. service.Command ?? []];
        var whole = words is [_, "-c" or "-ec" or "-lc", var script] ? script : string.Join(' ', words);
        return service is { MayEnd: true, Ports.IsEmpty: true, Expose.IsEmpty: true, Replicas: 1 } && facts.Migrates(words)?.Command is { } command
            && command == whole.Trim() ? command : null;
    }

    private string? EndQuestion(ComposeService service) =>
        JobSigns.Waiting(model, service) is null ? "does it really come to an end, once for each release?" : null;

    private static ServiceGuess Stateful(ComposeService service, string role, string why) => new(service.Name, "stateful", why) { Role = role };

    private static ServiceGuess Handoff(ComposeService service, string role, string why) => new(service.Name, "handoff", why) { Role = role };

    private string NoPort(ComposeService service) => front?.NotHttp.GetValueOrDefault(service.Name) is { } protocol
        ? $"{front.Service.Name} speaks {protocol} to it, and Slipway's gateway only HTTP"
        : TraefikLabels.Finds(service) ? "its labels for Traefik name several ports or another protocol; blue-green with these (port, ports, protocol)"
        : OtherProtocols.SaysFastCgi(facts, service) ? "it speaks FastCGI or uWSGI's own protocol, and Slipway's gateway only HTTP"
        : OtherProtocols.SaysGrpc(model, service) ? "it seems to speak gRPC; blue-green with its port and protocol: grpc"
        : "no port is known that serves HTTP; rolling if several may run at once";
}
