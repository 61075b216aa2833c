using System.Collections.Immutable;
using System.Net;
using Slipway.Compose.Services;
using Slipway.Compose.Slots;
using Slipway.Compose.Traefik;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning.Gateways;
using Slipway.Traffic.Canaries;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Planning.Layout;

/// <summary>Makes the proxies: which services each has, on which ports it listens, and what its configuration is made from. Pure.</summary>
internal static class GatewayMaker
{
    // How many listeners there will be is known only when the overlay has given each of them its port.
    private const int MostListeners = 15;

    public static IReadOnlyList<Gateway> Make(
        Application application, ProxySettings settings, ObservedState observation, ImmutableArray<SlotService> slots, SlotAddresses addresses, bool isRenewed)
    {
        var assigned = GatewayAssignment.Of(application, settings, observation, isRenewed);
        var request = Request(application, settings, slots, addresses, assigned);
        return
        [
            .. assigned.Zip(request.Proxies).Select(pair => Gateway(
                application,
                settings,
                observation,
                addresses,
                pair.First.Key,
                pair.First.Value,
                SlotOverlay.ListenersFor(application.Compose, request, pair.Second))),
        ];
    }

    /// <summary>What the overlay is asked for as long as the proxies' configuration is not known.</summary>
    public static SlotRequest Request(
        Application application,
        ProxySettings? settings,
        ImmutableArray<SlotService> slots,
        SlotAddresses addresses,
        IEnumerable<KeyValuePair<int, List<string>>> assigned) => new()
        {
            Services = slots,
            Sources = application.Sources,
            Network = settings is null ? null : addresses.Network,
            Proxies = settings is null ? [] : [.. assigned.Select(a => Proxy(application, settings, addresses, a.Key, a.Value))],
        };

    private static SlotProxy Proxy(Application application, ProxySettings settings, SlotAddresses addresses, int number, IEnumerable<string> answers) => new()
    {
        Service = settings.NameOf(number),
        Answers = [.. answers],
        Image = settings.Image ?? (number == 1 ? null : application.Compose.Find(settings.Service)?.Image),
        User = settings.Kind.User,
        Sysctls = [.. settings.Kind.Sysctls],
        Address = addresses.Network.ProxyAddress(number),
        StateDirectory = settings.Kind.StateDirectory,
        ReservedPorts = [.. settings.Kind.ReservedPorts(MostListeners), .. number == 1 ? Own(settings) : []],
        Published = number == 1 && settings.Added ? [.. settings.Ports] : [],
        CertificateDirectory = number == 1 ? CertificateDirectory(settings) : null,
    };

    private static Gateway Gateway(
        Application application,
        ProxySettings settings,
        ObservedState observation,
        SlotAddresses addresses,
        int number,
        IReadOnlyList<string> answers,
        ImmutableArray<ProxyListener> listeners)
    {
        var service = settings.NameOf(number);
        var labels = FrontLabels(application, answers);
        var plan = Plan(application, settings, addresses, answers, listeners, routes: number == 1 && IsFront(settings)) with
        {
            Tls = number == 1 ? TlsMaker.Of(application, settings, observation) : null,
        };
        var fingerprint = GatewayPrint.Of(plan, settings.Kind);
        return new Gateway(number, service, application.ContainerOf(service), IPAddress.Parse(addresses.Network.ProxyAddress(number)), answers)
        {
            Plan = plan with { Fingerprint = fingerprint },
            FrontLabels = labels,
            Image = ImageOf(application, settings, observation),
            Joined = [.. (observation.Of(service).FirstOrDefault()?.Addresses.Values ?? []).OrderBy(a => a.ToString(), StringComparer.Ordinal)],
            Serving = observation.ServingFor(application.ContainerOf(service))?.Container.Name!,
            Shape = GatewayPrint.Hash(
            [
                settings.Kind.Name,
                .. settings.Kind.Sysctls.Select(s => $"{s.Key}={s.Value}"),
                application.Compose.Find(service)?.ConfigHash ?? string.Empty,
                .. listeners.Where(l => l.Published is not null).Select(l => $"{l.HostIp}:{l.Published}:{l.Port}"),
                .. number == 1 && CertificateDirectory(settings) is { } directory ? [directory] : Array.Empty<string>(),
                .. number == 1 && settings.Added ? settings.Ports.Select(p => $"{p.HostIp}:{p.Published}:{p.Target}") : [],
                .. answers.Order(StringComparer.Ordinal).SelectMany(a => application.Compose.Find(a)?.Networks ?? [])
                    .Select(n => $"{n.Network} {string.Join(' ', n.Aliases)}"),
                .. answers.Order(StringComparer.Ordinal),
                settings.Kind is ITakesConfiguration ? string.Empty : fingerprint,
                .. labels.Select(l => $"{l.Key}={l.Value}"),
            ]),
        };
    }

    // The further proxies of one that is a service of the compose file have its image.
    private static string? ImageOf(Application application, ProxySettings settings, ObservedState observation) =>
        settings.Image
        ?? (application.Compose.Find(settings.Service) is { } own && (own.Build is null || observation.Images.ContainsKey(application.ImageOf(own.Name)))
            ? application.ImageOf(own.Name) : null);

    // Whether users come to the proxy itself, by whatever port, rather than to a port for each service.
    private static bool IsFront(ProxySettings settings) => !settings.Added || settings.Tls is not null;

    private static string? CertificateDirectory(ProxySettings settings) =>
        settings.Tls?.Automatic is null ? null : (settings.Kind as IObtainsCertificates)?.CertificateDirectory;

    private static IEnumerable<int> Own(ProxySettings settings) => settings.Tls is { } tls ? [settings.Listen, tls.Listen] : [settings.Listen];

    private static ImmutableArray<KeyValuePair<string, string>> FrontLabels(Application application, IReadOnlyList<string> answers) =>
    [
        .. answers.Select(application.Compose.Find).OfType<ComposeService>().Where(TraefikLabels.Finds)
            .SelectMany(s => TraefikLabels.Moved(application.Compose, s, LabelledPorts.Of(application.Settings.Services[s.Name]))),
    ];

    // On the port of the application's own proxy the routes of slipway.yaml come before the services' names.
    private static ProxyPlan Plan(
        Application application,
        ProxySettings settings,
        SlotAddresses addresses,
        IReadOnlyList<string> answers,
        ImmutableArray<ProxyListener> listeners,
        bool routes)
    {
        var ports = listeners.Select(l => (l.Port, l.Service, l.Target)).Distinct()
            .ToDictionary(l => l.Port, l => (List<Route>)[RouteTo(application, l.Service, l.Target)]);
        if (routes)
        {
            var byName = ports.GetValueOrDefault(settings.Listen, []).Select(r => r with { Host = r.Service });
            var named = settings.Tls is null ? byName : TlsMaker.ByName(application, settings);
            ports[settings.Listen] =
                [.. PathRoutes.Of([.. application.BehindProxy]).Concat(named).DistinctBy(r => (r.Host?.ToLowerInvariant(), r.PathPrefix))];
        }

        var services = answers.Concat(ports.Values.SelectMany(r => r).Select(r => r.Service)).ToHashSet();
        var backends = application.BehindProxy
            .Where(s => services.Contains(s.Name))
            .OrderBy(s => s.Name, StringComparer.Ordinal)
            .Select(service => new Backend(service.Name, service.Port, addresses.Of(service.Name, Slot.Blue), addresses.Of(service.Name, Slot.Green))
            {
                Protocol = service.Protocol,
                More = service.More,
                Handling = service.Requests.Handling.Over(settings.Requests.Handling),
            })
            .ToList();
        return new ProxyPlan(application.Name, backends, [.. ports.OrderBy(r => r.Key).Select(r => new Listener(r.Key, r.Value))])
        {
            Canaries = [.. backends.Select(b => application.Settings.Services[b.Service].Canary?.Proxy).OfType<Canary>()],
            Trusted = settings.Clients.Trusted,
            ProxyProtocolPorts = settings.Clients.HearsProxyProtocol && routes ? [.. Own(settings)] : [],
            Extra = settings.Clients.Extra,
            RequestTimeout = settings.Clients.RequestTimeout,
            KeepAliveTimeout = settings.Clients.IdleTimeout,
            IsBehindFront = settings.Behind is not null || settings.Traefik is not null || answers.Any(a => TraefikLabels.Finds(application.Compose.Find(a))),
        };
    }

    // The first port needs no number, so that a proxy of an application without others has the configuration that it had.
    private static Route RouteTo(Application application, string service, int target) => new("/", service)
    {
        Port = application.Settings.Services[service].Port == target ? null : target,
    };
}
