using System.Net;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning.Changes;
using Slipway.Deployment.Planning.Gateways;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Planning.Layout;

/// <summary>Where the slots are, and what the proxies are told of them. Pure, in steps: addresses, then proxies.</summary>
public sealed record SlotLayout
{
    private SlotLayout(IProxy? proxy, SlotAddresses addresses, IReadOnlyList<Gateway> gateways) => (Proxy, Addresses, Gateways) = (proxy, addresses, gateways);

    /// <summary>The kind of the proxies; null when the application has none.</summary>
    public IProxy? Proxy { get; }

    /// <summary>The proxies, by their numbers; none when the application has no service behind one.</summary>
    public IReadOnlyList<Gateway> Gateways { get; }

    internal SlotAddresses Addresses { get; }

    /// <summary>Lays the slots out.</summary>
    /// <param name="observation">What was observed.</param>
    /// <param name="services">What happens with each service.</param>
    /// <param name="addresses">Where slots are and can be.</param>
    /// <param name="isRenewed">Whether the proxies are made anew.</param>
    /// <returns>The layout.</returns>
    internal static SlotLayout Of(
        Application application, ObservedState observation, IReadOnlyList<ServiceChange> services, SlotAddresses addresses, bool isRenewed)
    {
        if (application.Settings.Proxy is not { } settings)
        {
            return new SlotLayout(null, addresses, []);
        }

        var slots = new SlotInstances(application, observation, addresses).Of(services);
        return new SlotLayout(settings.Kind, addresses, GatewayMaker.Make(application, settings, observation, slots, addresses, isRenewed));
    }

    /// <summary>The address of a slot on the slots network.</summary>
    /// <param name="service">A service behind a proxy.</param>
    /// <returns>The address.</returns>
    public IPAddress AddressOf(string service, Slot slot) => Addresses.Of(service, slot);

    /// <summary>The proxy that has the names of a service.</summary>
    /// <param name="service">A service behind a proxy.</param>
    /// <returns>The proxy.</returns>
    public Gateway GatewayOf(string service) => Gateways.First(g => g.Answers.Contains(service));

    /// <summary>The proxies that send requests to a service: the one that has its names, and one that has routes to it.</summary>
    /// <param name="service">A service behind a proxy.</param>
    /// <returns>One or two.</returns>
    public IEnumerable<Gateway> SendingTo(string service) => Gateways.Where(g => g.Plan.Backends.Any(b => b.Service == service));
}
