using System.Collections.Immutable;
using Slipway.Compose.Slots;
using Slipway.Deployment.Configuration;

namespace Slipway.Deployment.Planning.Layout;

/// <summary>The first step: the ports that the proxy has to listen on, before its configuration is known.</summary>
internal static class ListenerFinder
{
    // How many there will be is known only when the overlay has given each of them its port.
    private const int MostListeners = 15;

    public static IReadOnlyList<ProxyListener> Find(
        Application application, ProxySettings settings, ImmutableArray<SlotService> services, SlotAddresses addresses) =>
        SlotOverlay.ListenersFor(application.Compose, Request(application, settings, services, addresses));

    /// <summary>What the overlay is asked for as long as the proxy's configuration is not known.</summary>
    public static SlotRequest Request(Application application, ProxySettings? settings, ImmutableArray<SlotService> services, SlotAddresses addresses) => new()
    {
        Services = services,
        Sources = application.Sources,
        Network = settings is null ? null : addresses.Network,
        Proxy = settings is null ? null : new SlotProxy
        {
            Service = settings.Service,
            Image = settings.Image,
            User = settings.Kind.User,
            Address = addresses.Network.ProxyAddress,
            StateDirectory = settings.Kind.StateDirectory,
            ReservedPorts = [.. settings.Kind.ReservedPorts(MostListeners), settings.Listen],
        },
    };
}
