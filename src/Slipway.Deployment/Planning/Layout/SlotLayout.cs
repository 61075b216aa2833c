using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Slipway.Compose.Slots;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning.Changes;
using Slipway.Engine;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;

using Slot = Slipway.Traffic.Slots.Slot;

namespace Slipway.Deployment.Slots;

/// <summary>Where the slots are, what the proxy is told of them, and the overlay that brings both about.</summary>
public sealed class SlotLayout
{
    // How many there will be is known only when the overlay has given each of them its port.
    private const int MostListeners = 15;

    private readonly Application _application;
    private readonly ObservedState _observation;
    private readonly IReadOnlyList<ServiceChange> _services;
    private readonly IReadOnlyList<ServiceChange> _rolling;
    private readonly SlotNetwork _network;

    /// <summary>Lays the slots out.</summary>
    /// <param name="application">The application.</param>
    /// <param name="observation">What was observed.</param>
    /// <param name="services">What happens with each service.</param>
    public SlotLayout(Application application, ObservedState observation, IReadOnlyList<ServiceChange> services)
    {
        (_application, _observation) = (application, observation);
        _services = [.. services.Where(s => s.Settings.Strategy.HasSlots)];
        _rolling = [.. services.Except(_services)];
        _network = new SlotNetwork(SubnetChoice.For(application.SlotsNetwork, observation.Networks));
        if (application.Settings.Proxy is { } settings)
        {
            Proxy = settings.Kind;
            ProxyPlan = MakeProxyPlan(settings);
        }
    }

    /// <summary>The kind of proxy; null when the application has none.</summary>
    public IProxy? Proxy { get; }

    /// <summary>What the proxy's configuration is made from.</summary>
    public ProxyPlan? ProxyPlan { get; }

    /// <summary>The proxy's container.</summary>
    public string ProxyContainer => _application.ContainerOf(_application.Settings.Proxy!.Service);

    /// <summary>The proxy's address on the slots network.</summary>
    public IPAddress ProxyAddress => IPAddress.Parse(_network.ProxyAddress);

    /// <summary>The hash by which a running proxy is seen to have this configuration.</summary>
    public string ProxyConfiguration => Hash(ProxyFiles().Select(f => $"{f.Path}\n{f.Content}").Append(_application.Settings.Proxy!.Image ?? string.Empty));

    /// <summary>The address of a slot on the slots network.</summary>
    /// <param name="service">A blue-green service.</param>
    /// <param name="slot">The slot.</param>
    /// <returns>The address.</returns>
    public IPAddress AddressOf(string service, Slot slot)
    {
        var number = _application.BehindProxy.Select(s => s.Name).ToList().IndexOf(service);
        return IPAddress.Parse(_network.SlotAddress(number, slot.Name()));
    }

    /// <summary>Makes the overlay.</summary>
    /// <param name="labels">Gives the labels of a changing service's new container.</param>
    /// <param name="buildLabels">The labels of each image that is built.</param>
    /// <param name="migration">The migration job, if there are migrations.</param>
    /// <returns>The overlay, or the reasons why there can't be one.</returns>
    public SlotOverlayResult Overlay(
        Func<ServiceChange, ImmutableArray<KeyValuePair<string, string>>> labels,
        ImmutableDictionary<string, ImmutableArray<KeyValuePair<string, string>>> buildLabels,
        MigrationJob? migration) =>
        SlotOverlay.Generate(_application.Compose, Request() with
        {
            Services = [.. _services.Select(s => Service(s, labels))],
            Labels = _rolling.ToImmutableDictionary(s => s.Name, labels, StringComparer.Ordinal),
            BuildLabels = buildLabels,
            Migration = migration,
        });

    private static string Hash(IEnumerable<string> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts))))[..12];

    private IReadOnlyList<Traffic.Proxies.ProxyFile> ProxyFiles() => Proxy!.Files(ProxyPlan!);

    private SlotRequest Request() => new()
    {
        Services = [.. _services.Select(s => Service(s, _ => []))],
        Sources = _application.Sources,
        Network = Proxy is null ? null : _network,
        Proxy = Proxy is null ? null : ProxyRequest(ProxyPlan is null ? [] : ProxyFiles()),
    };

    private SlotProxy ProxyRequest(IReadOnlyList<Traffic.Proxies.ProxyFile> files)
    {
        var settings = _application.Settings.Proxy!;
        return new SlotProxy
        {
            Service = settings.Service,
            Image = settings.Image,
            Command = ProxyPlan is null || Proxy!.Command(ProxyPlan) is not { } command ? null : [.. command],
            User = Proxy!.User,
            Address = _network.ProxyAddress,
            StateDirectory = Proxy.StateDirectory,
            Files = [.. files.Select(f => new Compose.Slots.ProxyFile(f.Path, f.Content))],
            ReservedPorts = [.. Proxy.ReservedPorts(MostListeners), settings.Listen],
            Labels = files.Count == 0 ? [] :
            [
                new(Labels.Application, _application.Name),
                new(Labels.Configuration, ProxyConfiguration),
            ],
        };
    }

    private SlotService Service(ServiceChange change, Func<ServiceChange, ImmutableArray<KeyValuePair<string, string>>> labels)
    {
        var isProxied = change.Settings.Strategy.IsBehindProxy;
        return new SlotService(change.Name, change.Settings.Port, Instance(Slot.Blue), Instance(Slot.Green)) { IsProxied = isProxied, Overlaps = isProxied };

        SlotInstance? Instance(Slot slot)
        {
            var address = isProxied ? AddressOf(change.Name, slot).ToString() : null;
            if (change.Changes && slot == change.Target)
            {
                return new SlotInstance(change.Image.ReleaseTag, labels(change), address);
            }

            // The other slot is described as it is, so that the file tells the truth.
            return _observation.In(change.Name, slot) is not { Release: { } release } container
                ? null
                : new SlotInstance(
                    ChangeFinder.ReleaseTag(_application.Name, change.Name, release),
                    [.. Labels.OfContainers.Where(container.Labels.ContainsKey).Select(l => new KeyValuePair<string, string>(l, container.Labels[l]))],
                    address);
        }
    }

    private ProxyPlan MakeProxyPlan(ProxySettings settings)
    {
        var backends = _application.BehindProxy
            .Select(s => new Backend(s.Name, s.Port, AddressOf(s.Name, Slot.Blue), AddressOf(s.Name, Slot.Green)))
            .ToList();
        var routes = SlotOverlay.ListenersFor(_application.Compose, Request())
            .Select(l => (l.Port, l.Service))
            .Distinct()
            .GroupBy(l => l.Port)
            .ToDictionary(g => g.Key, g => g.Count() == 1
                ? [new Route("/", g.First().Service)]
                : g.Select(l => new Route("/", l.Service, l.Service)).ToList());
        if (!settings.Added)
        {
            // On the port of the application's own proxy the routes of slipway.yaml come before the services' names.
            var named = routes.GetValueOrDefault(settings.Listen, []).Select(r => r with { Host = r.Service });
            routes[settings.Listen] = [.. PathRoutes(), .. named];
        }

        return new ProxyPlan(_application.Name, backends, [.. routes.OrderBy(r => r.Key).Select(r => new Listener(r.Key, r.Value))]);
    }

    private List<Route> PathRoutes()
    {
        var services = _application.BehindProxy.ToList();
        var routes = services.SelectMany(s => s.Routes.Select(r => new Route(r.Length > 1 ? r.TrimEnd('/') : r, s.Name))).ToList();
        if (services.FirstOrDefault(s => s.Routes.Count == 0) is { } rest && !routes.Any(r => r.PathPrefix == "/"))
        {
            routes.Add(new Route("/", rest.Name));
        }

        return routes;
    }
}
