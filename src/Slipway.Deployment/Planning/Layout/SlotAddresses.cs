using System.Net;
using Slipway.Compose.Slots;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Planning.Layout;

/// <summary>Which addresses the proxy and the slots have on the slots network.</summary>
/// <param name="Services">The services behind the proxy, in the order in which addresses are given.</param>
internal sealed record SlotAddresses(SlotNetwork Network, IReadOnlyList<string> Services)
{
    /// <summary>The proxy's address.</summary>
    public IPAddress Proxy => IPAddress.Parse(Network.ProxyAddress);

    /// <summary>Gives the addresses.</summary>
    /// <param name="networks">The engine's networks.</param>
    public static SlotAddresses For(Application application, IReadOnlyList<NetworkObservation> networks) =>
        new(new SlotNetwork(SubnetChoice.For(application.SlotsNetwork, networks)), [.. application.BehindProxy.Select(s => s.Name)]);

    /// <summary>The address of a slot.</summary>
    public IPAddress Of(string service, Slot slot) => IPAddress.Parse(Network.SlotAddress(Services.ToList().IndexOf(service), slot.Name()));
}
