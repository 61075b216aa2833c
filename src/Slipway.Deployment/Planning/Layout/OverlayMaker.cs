using System.Collections.Immutable;
using Slipway.Compose.Slots;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning.Changes;
using Slipway.Engine;

namespace Slipway.Deployment.Planning.Layout;

/// <summary>The third step: the overlay that brings the slots and the proxy about.</summary>
/// <param name="observation">What was observed.</param>
/// <param name="layout">Where the slots are.</param>
internal sealed class OverlayMaker(Application application, ObservedState observation, SlotLayout layout)
{
    /// <summary>Makes the overlay.</summary>
    /// <param name="services">What happens with each service.</param>
    /// <param name="labels">Gives the labels of a changing service's new container.</param>
    /// <param name="buildLabels">The labels of each image that is built.</param>
    /// <param name="migration">The migration job, if there are migrations.</param>
    /// <returns>The overlay, or the reasons why there can't be one.</returns>
    public SlotOverlayResult Make(
        IReadOnlyList<ServiceChange> services,
        Func<ServiceChange, ImmutableArray<KeyValuePair<string, string>>> labels,
        ImmutableDictionary<string, ImmutableArray<KeyValuePair<string, string>>> buildLabels,
        MigrationJob? migration)
    {
        var slots = new SlotInstances(application, observation, layout.Addresses).Of(services, labels);
        var request = ListenerFinder.Request(application, application.Settings.Proxy, slots, layout.Addresses);
        return SlotOverlay.Generate(application.Compose, request with
        {
            Proxy = request.Proxy is { } proxy ? Configured(proxy) : null,
            Labels = services.Where(s => !s.Settings.Strategy.HasSlots).ToImmutableDictionary(s => s.Name, labels, StringComparer.Ordinal),
            BuildLabels = buildLabels,
            Migration = migration,
        });
    }

    private SlotProxy Configured(SlotProxy proxy) => proxy with
    {
        Command = layout.Proxy!.Command(layout.ProxyPlan!) is { } command ? [.. command] : null,
        Files = [.. layout.Proxy.Files(layout.ProxyPlan!).Select(f => new ProxyFile(f.Path, f.Content))],
        Labels = [new(Labels.Application, application.Name), new(Labels.Configuration, layout.ProxyConfiguration)],
    };
}
