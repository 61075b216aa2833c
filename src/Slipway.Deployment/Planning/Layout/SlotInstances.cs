using System.Collections.Immutable;
using Slipway.Compose.Slots;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning.Changes;
using Slipway.Deployment.Planning.Gateways;
using Slipway.Engine;
using Slot = Slipway.Traffic.Slots.Slot;

namespace Slipway.Deployment.Planning.Layout;

/// <summary>Describes the slots of services for the overlay: the one that changes as it will be, the other as it is.</summary>
/// <param name="observation">What was observed.</param>
/// <param name="addresses">The slots' addresses.</param>
internal sealed class SlotInstances(Application application, ObservedState observation, SlotAddresses addresses)
{
    /// <summary>Describes them.</summary>
    /// <param name="services">What happens with each service; those without slots are left out.</param>
    /// <param name="labels">Gives the labels of a changing service's new container; null for none.</param>
    public ImmutableArray<SlotService> Of(
        IEnumerable<ServiceChange> services, Func<ServiceChange, ImmutableArray<KeyValuePair<string, string>>>? labels = null) =>
        [.. services.Where(s => s.Settings.Strategy.HasSlots).Select(s => Service(s, labels ?? (_ => [])))];

    private SlotService Service(ServiceChange change, Func<ServiceChange, ImmutableArray<KeyValuePair<string, string>>> labels)
    {
        var isProxied = change.Settings.Strategy.IsBehindProxy;
        return new SlotService(change.Name, change.Settings.Port, Instance(Slot.Blue), Instance(Slot.Green))
        {
            IsProxied = isProxied,
            Overlaps = isProxied,
            More = isProxied ? [.. change.Settings.More.Select(p => p.Number)] : [],
        };

        SlotInstance? Instance(Slot slot)
        {
            var address = isProxied ? addresses.Of(change.Name, slot).ToString() : null;
            if (change.Changes && slot == change.Target)
            {
                return new SlotInstance(change.Image.ReleaseTag, labels(change), address);
            }

            // The other slot is described as it is, so that the file tells the truth.
            return observation.In(change.Name, slot) is not { Release: { } release } container
                ? null
                : new SlotInstance(
                    ChangeFinder.ReleaseTag(application.Name, change.Name, release),
                    [.. Labels.OfContainers.Where(container.Labels.ContainsKey).Select(l => new KeyValuePair<string, string>(l, container.Labels[l]))],
                    address);
        }
    }
}
