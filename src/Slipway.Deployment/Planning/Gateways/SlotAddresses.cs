using System.Net;
using Slipway.Compose.Slots;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Planning.Gateways;

/// <summary>
/// Which addresses the proxies and the slots have on the slots network. An address once given to a slot is read off its container, so
/// that it stays whatever is added to slipway.yaml, removed from it or moved in it.
/// </summary>
/// <param name="Places">The pair of addresses of each service behind a proxy.</param>
internal sealed record SlotAddresses(SlotNetwork Network, IReadOnlyDictionary<string, int> Places)
{
    /// <summary>Finds the addresses that there are, and gives the free ones to services that have none.</summary>
    public static SlotAddresses For(Application application, ObservedState observation)
    {
        var network = new SlotNetwork(SubnetChoice.For(application.SlotsNetwork, observation.Networks, application.BehindProxy.Count()));
        var seen = observation.Containers
            .OrderByDescending(c => c.Created)
            .Where(c => c.Addresses.ContainsKey(application.SlotsNetwork))
            .Select(c => (c.Service, Place: network.PlaceOf(c.Addresses[application.SlotsNetwork].ToString())))
            .Where(s => s.Place is not null)
            .Select(s => (s.Service, Place: s.Place!.Value))
            .ToList();
        var (taken, places) = (seen.Select(s => s.Place).ToHashSet(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var name in application.BehindProxy.Select(s => s.Name))
        {
            places[name] = seen.Where(s => s.Service == name).Select(s => (int?)s.Place).FirstOrDefault() ?? Free(taken);
        }

        return new SlotAddresses(network, places);
    }

    /// <summary>The address of a slot.</summary>
    public IPAddress Of(string service, Slot slot) => IPAddress.Parse(Network.SlotAddress(Places[service], slot.Name()));

    private static int Free(HashSet<int> taken)
    {
        var place = 0;
        while (!taken.Add(place))
        {
            place++;
        }

        return place;
    }
}
