using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Compose.Services;

namespace Slipway.Compose.Drafts;

/// <summary>Guesses how each service is to be replaced.</summary>
internal sealed partial class ServiceGuesser(ComposeModel model, ApplicationFacts facts, ProxyGuess? proxy)
{
    /// <summary>All services but the proxy and what runs once.</summary>
    public ImmutableArray<ServiceGuess> Guess(IReadOnlyDictionary<string, string> decided) =>
    [
        .. model.Services
            .Where(service => service != proxy?.Service && !RunsOnce(service))
            .Select(service => decided.TryGetValue(service.Name, out var strategy) ? Decided(service, strategy) : Guess(service)),
    ];

    private ServiceGuess Decided(ComposeService service, string strategy)
    {
        var guess = Guess(service);
        return strategy == guess.Strategy || (strategy == "blue-green" && PortOf(service) is null)
            ? guess
            : new(service.Name, strategy, "as you said") { Port = strategy == "blue-green" ? PortOf(service) : null, Health = HealthOf(service) };
    }

    private ServiceGuess Guess(ComposeService service)
    {
        if (ImageKinds.IsData(service.Image)) return Stateful(service, $"{ImageKinds.NameOf(service.Image)} holds data");
        if (Obstacle(service) is { } obstacle) return Stateful(service, obstacle);
        if (Written(service) is { } volume) return Handoff(service, $"two at once would write to {volume}");
        if (service.Ports.Any(port => port.Protocol != "tcp")) return Handoff(service, "not all of its ports are TCP, which a proxy of HTTP can't switch");
        if (PortOf(service) is not { } port)
        {
            return service.Replicas > 1
                ? new(service.Name, "rolling", $"it has {service.Replicas} replicas and no port")
                : Handoff(service, "no port is known that serves HTTP; rolling if several may run at once");
        }

        return new(service.Name, "blue-green", string.Create(CultureInfo.InvariantCulture, $"port {port} {Origin(service, port)}")) { Port = port, Health = HealthOf(service) };
    }

    private static ServiceGuess Stateful(ComposeService service, string why) => new(service.Name, "stateful", why);

    private static ServiceGuess Handoff(ComposeService service, string why) => new(service.Name, "handoff", why);

    /// <summary>What makes two slots impossible, as the overlay would say.</summary>
    private string? Obstacle(ComposeService service)
    {
        if (service.Networks.Any(network => network.Ipv4Address is not null || network.Ipv6Address is not null)) return "two slots can't both have its fixed address";
        if (service.MacAddress is not null) return "two slots can't both have its hardware address";
        if (service.NetworkMode is { } mode && service.Ports.Length == 0 && mode != "none") return $"its network mode is {mode}";

        var tied = model.Services.FirstOrDefault(other => other.Ties.Any(tie => tie.Service == service.Name));
        return tied is null ? null : $"{tied.Name} is tied to its container";
    }

    /// <summary>A place that it writes to. What a build context holds is mounted for development, and nothing is lost there.</summary>
    private static string? Written(ComposeService service) => service.Volumes
        .Where(volume => volume is { ReadOnly: false, Source: not null, Type: "volume" or "bind" })
        .Where(volume => volume.Type == "volume" || !IsSource(service, volume.Source!))
        .Select(volume => volume.Source)
        .FirstOrDefault();

    private static bool IsSource(ComposeService service, string path) =>
        service.Build is not null && path is ['.', ..] || path.EndsWith(".conf", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal);

    private int? PortOf(ComposeService service)
    {
        var published = service.Ports.Where(port => port.Protocol == "tcp" && port.Published?.Contains('-', StringComparison.Ordinal) != true).Select(port => port.Target);
        var exposed = service.Expose.Select(port => int.TryParse(port.Split('/')[0], CultureInfo.InvariantCulture, out var number) ? number : 0);
        var ports = published.Concat(exposed).Where(port => port > 0).ToList();
        if (proxy is not null && proxy.Targets.TryGetValue(service.Name, out var target)) return ports.Count == 0 || ports.Contains(target) ? target : ports[0];
        // What the image exposes is what its own command listens on.
        if (ports.Count == 0 && service.Command is null) ports = [.. facts.Images?.Find(service.Name, service.Image)?.ExposedPorts ?? []];

        var mayBeHttp = ports.Where(MayBeHttp).ToList();
        return mayBeHttp.Count > 0 ? mayBeHttp[0] : null;
    }

    private string Origin(ComposeService service, int port) =>
        proxy is not null && proxy.Targets.ContainsKey(service.Name) ? $"is where {proxy.Service.Name} sends its requests"
        : service.Ports.Any(one => one.Target == port) ? "is published"
        : service.Expose.Length > 0 ? "is exposed"
        : "is exposed by the image";

    /// <summary>Ports that are known for something else than HTTP: mail, names, games, remote shells, debuggers, TLS.</summary>
    private static bool MayBeHttp(int port) => port is not (20 or 21 or 22 or 25 or 53 or 67 or 110 or 143 or 443 or 465 or 587 or 853 or 993 or 1883 or 8883 or 5005 or 9229 or 9230 or 25565);

    /// <summary>The path that the health check asks for.</summary>
    private static string? HealthOf(ComposeService service)
    {
        var path = service.HealthCheck is { Disabled: false } check && OwnUrl().Match(string.Join(' ', check.Test)) is { Success: true } url ? url.Groups["path"].Value : "";
        return path.Length > 1 ? path : null;
    }

    private bool RunsOnce(ComposeService service) =>
        service.Profiles.Length > 0 || model.Services.Any(other => other.DependsOn.Any(one => one.Service == service.Name && one.Condition == "service_completed_successfully"));

    [GeneratedRegex(@"(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::[0-9]+)?(?<path>/[A-Za-z0-9_./-]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex OwnUrl();
}
