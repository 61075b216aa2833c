using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;

namespace Slipway.Deployment.Planning.Gateways;

/// <summary>Finds containers of services behind a proxy to which no proxy leads. Pure.</summary>
internal static class Strays
{
    /// <summary>Those that plain compose started, and those that an earlier strategy or somebody's hand has left outside the slots network.</summary>
    public static IReadOnlyList<ContainerObservation> Of(Application application, ObservedState observation, SlotAddresses addresses) =>
    [
        .. application.BehindProxy.Select(s => s.Name).SelectMany(name => observation.Containers
            .Where(c => c.Slot is null ? c.ComposeService == name : c.Service == name && !IsInPlace(application, addresses, name, c))),
    ];

    /// <summary>Whether a slot's container is where its proxy looks for it.</summary>
    public static bool IsInPlace(Application application, SlotAddresses addresses, string service, ContainerObservation container) =>
        container.Slot is { } slot && addresses.Of(service, slot).Equals(container.Addresses.GetValueOrDefault(application.SlotsNetwork));
}
