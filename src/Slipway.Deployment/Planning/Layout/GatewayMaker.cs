using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Slipway.Compose.Slots;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning.Gateways;
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
                application, settings, addresses, pair.First.Key, pair.First.Value, SlotOverlay.ListenersFor(application.Compose, request, pair.Second))),
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
        ReservedPorts = [.. settings.Kind.ReservedPorts(MostListeners), .. number == 1 ? [settings.Listen] : Array.Empty<int>()],
    };

    private static Gateway Gateway(
        Application application,
        ProxySettings settings,
        SlotAddresses addresses,
        int number,
        IReadOnlyList<string> answers,
        ImmutableArray<ProxyListener> listeners)
    {
        var service = settings.NameOf(number);
        var plan = Plan(application, settings, addresses, answers, listeners, routes: number == 1 && !settings.Added);
        var fingerprint = plan.Listeners.Count > 0 ? Hash(settings.Kind.Files(plan).Select(f => $"{f.Path}\n{f.Content}")) : string.Empty;
        return new Gateway(number, service, application.ContainerOf(service), IPAddress.Parse(addresses.Network.ProxyAddress(number)), answers)
        {
            Plan = plan with { Fingerprint = fingerprint },
            Shape = Hash(
            [
                settings.Kind.Name,
                settings.Image ?? string.Empty,
                .. settings.Kind.Sysctls.Select(s => $"{s.Key}={s.Value}"),
                application.Compose.Find(service)?.ConfigHash ?? string.Empty,
                .. listeners.Where(l => l.Published is not null).Select(l => $"{l.HostIp}:{l.Published}:{l.Port}"),
                .. answers.Order(StringComparer.Ordinal).SelectMany(a => application.Compose.Find(a)?.Networks ?? [])
                    .Select(n => $"{n.Network} {string.Join(' ', n.Aliases)}"),
                .. answers.Order(StringComparer.Ordinal),
                settings.Kind is ITakesConfiguration ? string.Empty : fingerprint,
            ]),
        };
    }

    // On the port of the application's own proxy the routes of slipway.yaml come before the services' names.
    private static ProxyPlan Plan(
        Application application,
        ProxySettings settings,
        SlotAddresses addresses,
        IReadOnlyList<string> answers,
        ImmutableArray<ProxyListener> listeners,
        bool routes)
    {
        var ports = listeners.Select(l => (l.Port, l.Service)).Distinct().ToDictionary(l => l.Port, l => (List<Route>)[new Route("/", l.Service)]);
        if (routes)
        {
            var byName = ports.GetValueOrDefault(settings.Listen, []).Select(r => r with { Host = r.Service });
            ports[settings.Listen] = [.. PathRoutes.Of([.. application.BehindProxy]), .. byName];
        }

        var services = answers.Concat(ports.Values.SelectMany(r => r).Select(r => r.Service)).ToHashSet();
        var backends = application.BehindProxy
            .Where(s => services.Contains(s.Name))
            .OrderBy(s => s.Name, StringComparer.Ordinal)
            .Select(s => new Backend(s.Name, s.Port, addresses.Of(s.Name, Slot.Blue), addresses.Of(s.Name, Slot.Green)))
            .ToList();
        return new ProxyPlan(application.Name, backends, [.. ports.OrderBy(r => r.Key).Select(r => new Listener(r.Key, r.Value))])
        {
            IsBehindFront = settings.Behind is not null,
        };
    }

    private static string Hash(IEnumerable<string> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts))))[..12];
}
