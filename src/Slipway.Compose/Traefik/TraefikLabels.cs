using System.Collections.Immutable;
using System.Globalization;
using Slipway.Compose.Services;

namespace Slipway.Compose.Traefik;

/// <summary>
/// The labels by which Traefik's Docker provider finds a service. Slipway's gateway has them in place of the slots, so that Traefik sees
/// one backend whatever the slots do. Names of labels are compared without regard to case, as Traefik does.
/// </summary>
public static class TraefikLabels
{
    /// <summary>What a container has that Traefik is not to take, whatever else its labels say.</summary>
    public static KeyValuePair<string, string> Off { get; } = new(Enable, "false");

    private const string Prefix = "traefik.";
    private const string Enable = "traefik.enable";
    private const string Network = "traefik.docker.network";
    internal const string HttpRouters = "traefik.http.routers.";
    internal const string HttpServices = "traefik.http.services.";
    internal const string TcpPrefix = "traefik.tcp.";
    internal const string TcpRouters = $"{TcpPrefix}routers.";
    internal const string TcpServices = $"{TcpPrefix}services.";
    internal const string PortEnd = ".loadbalancer.server.port";

    private static readonly string[] PortEnds = [PortEnd, ".healthcheck.port"];

    /// <summary>Whether Traefik finds a service by its labels.</summary>
    /// <param name="service">As compose resolves it.</param>
    /// <returns>False as well for one that says no.</returns>
    public static bool Finds(ComposeService? service) =>
        service is not null && service.Labels.Names.Any(IsTraefiks) && Value(service, Enable) is not ("false" or "False" or "FALSE" or "0");

    /// <summary>Whether a service has any label of Traefik's.</summary>
    /// <param name="service">As compose resolves it.</param>
    /// <returns>Whether it has.</returns>
    public static bool AreOn(ComposeService? service) => service?.Labels.Names.Any(IsTraefiks) == true;

    /// <summary>Whether Traefik may look at the containers of an application.</summary>
    /// <param name="model">The application.</param>
    /// <returns>Whether one of its services is Traefik, or has labels for it.</returns>
    public static bool Matter(ComposeModel model) => model.Services.Any(s => AreOn(s) || TraefikProgram.Is(s));

    /// <summary>The port that the labels of a service name.</summary>
    /// <param name="service">As compose resolves it.</param>
    /// <returns>The port, 1 to 65535; null when they name none or several.</returns>
    public static int? Port(ComposeService service) => PortsOf(service, HttpServices) is [var one] ? one : null;

    /// <summary>Why the labels of a service can't move to a gateway.</summary>
    /// <param name="model">The application.</param>
    /// <param name="service">A service that Traefik finds.</param>
    /// <param name="ports">What its gateway has.</param>
    /// <returns>The reason as the rest of a sentence; null when they can.</returns>
    public static string? Obstacle(ComposeModel model, ComposeService service, TraefikPorts ports) =>
        new TraefikObstacle(service, ports).Find()
        ?? (NetworkOf(model, service) is null
            ? $"it is on {service.Networks.Length} networks, and no label {Network} says on which of them Traefik is"
            : null);

    /// <summary>The labels that a gateway has in place of a service.</summary>
    /// <param name="model">The application.</param>
    /// <param name="service">A service that Traefik finds, and whose labels can move.</param>
    /// <param name="ports">What its gateway has.</param>
    /// <returns>
    /// The labels as they are written, and what Traefik would have read off the service's own container: the ports, the network, the name of
    /// a service that no label gives.
    /// </returns>
    public static ImmutableArray<KeyValuePair<string, string>> Moved(ComposeModel model, ComposeService service, TraefikPorts ports)
    {
        var labels = service.Labels.Names.Where(IsTraefiks)
            .Select(n => KeyValuePair.Create(n, service.Labels.TryGet(n, out var value) ? value : string.Empty))
            .ToList();
        if (SpeaksHttp(service))
        {
            AddPorts(HttpServices, ports.Requests);
        }

        if (service.Labels.Names.Any(n => Begins(n, TcpPrefix)))
        {
            AddPorts(TcpServices, ports.Tcp);
        }

        void AddPorts(string services, IReadOnlyList<int> known)
        {
            foreach (var name in Named(service, services).DefaultIfEmpty(DefaultName(model, service)))
            {
                if (Value(service, $"{services}{name}{PortEnd}") is null && known is [var first, ..])
                {
                    labels.Add(new($"{services}{name}{PortEnd}", first.ToString(CultureInfo.InvariantCulture)));
                }
            }
        }

        if (Value(service, Network) is null && NetworkOf(model, service) is { Length: > 0 } network)
        {
            labels.Add(new(Network, network));
        }

        return [.. labels];
    }

    /// <summary>The HTTP routers that the labels of a service make.</summary>
    internal static IEnumerable<TraefikRouter> Routers(ComposeService service) => Named(service, HttpRouters).Select(name => new TraefikRouter(
        Value(service, $"{HttpRouters}{name}.rule") ?? string.Empty,
        (Value(service, $"{HttpRouters}{name}.entrypoints") ?? string.Empty)
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        service.Labels.Names.Any(n => Begins(n, $"{HttpRouters}{name}.tls.")) || Value(service, $"{HttpRouters}{name}.tls") is "true"));

    // As Traefik does: what is neither letter nor digit separates, and dashes come between.
    private static string DefaultName(ComposeModel model, ComposeService service) => string.Join(
        '-',
        new string([.. $"{service.Name}_{model.Name}".Select(c => char.IsLetterOrDigit(c) ? c : '-')]).Split('-', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The network that Traefik is to use; empty where its own configuration names one; null when nobody knows.</summary>
    private static string? NetworkOf(ComposeModel model, ComposeService service)
    {
        if (Value(service, Network) is { } told)
        {
            return told;
        }

        if (service.Networks is [var only])
        {
            return RealName(model, only);
        }

        var traefik = model.Services.FirstOrDefault(TraefikProgram.Is);
        if (traefik is null)
        {
            return null;
        }

        var shared = service.Networks.Where(n => traefik.Networks.Any(t => t.Network == n.Network)).ToList();
        return TraefikProgram.NamesNetwork(traefik) ? string.Empty : shared is [var one] ? RealName(model, one) : null;
    }

    private static string RealName(ComposeModel model, ServiceNetwork network) =>
        model.Networks.FirstOrDefault(n => n.Key == network.Network)?.RealName ?? network.Network;

    /// <summary>Whether labels say anything of HTTP, or nothing of TCP, so that Traefik makes a router for HTTP of what it knows.</summary>
    internal static bool SpeaksHttp(ComposeService service) =>
        service.Labels.Names.Any(n => Begins(n, "traefik.http.")) || !service.Labels.Names.Any(n => Begins(n, TcpPrefix));

    /// <summary>The ports that labels of Traefik's services name.</summary>
    internal static IReadOnlyList<int> PortsOf(ComposeService service, string services) =>
    [
        .. service.Labels.Names
            .Where(n => Begins(n, services) && PortEnds.Any(e => n.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
            .Select(n => int.TryParse(Value(service, n), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 0)
            .Where(p => p > 0)
            .Distinct(),
    ];

    internal static IReadOnlyList<string> Named(ComposeService service, string prefix) =>
    [
        .. service.Labels.Names.Where(n => Begins(n, prefix)).Select(n => n[prefix.Length..].Split('.')[0]).Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    internal static string? Value(ComposeService service, string label) =>
        service.Labels.Names.FirstOrDefault(n => n.Equals(label, StringComparison.OrdinalIgnoreCase)) is { } name && service.Labels.TryGet(name, out var value)
            ? value
            : null;

    internal static bool IsTraefiks(string name) => Begins(name, Prefix);

    internal static bool Begins(string name, string prefix) => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
}
