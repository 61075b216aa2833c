using System.Collections.Immutable;
using Slipway.Compose.Slots;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning.Changes;
using Slipway.Deployment.Planning.Gateways;
using Slipway.Engine;

namespace Slipway.Deployment.Planning.Layout;

/// <summary>Makes the overlay that brings the slots and the proxies about.</summary>
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
        var assigned = layout.Gateways.Select(g => KeyValuePair.Create(g.Number, g.Answers.ToList()));
        var request = GatewayMaker.Request(application, application.Settings.Proxy, slots, layout.Addresses, assigned);
        return SlotOverlay.Generate(application.Compose, request with
        {
            Proxies = [.. request.Proxies.Zip(layout.Gateways, Configured)],
            Labels = ReplicaInstances.Labels(services, labels),
            Images = new ReplicaInstances(application, observation).Images(services),
            BuildLabels = buildLabels,
            Migration = migration,
        });
    }

    private SlotProxy Configured(SlotProxy proxy, Gateway gateway) => proxy with
    {
        Command = layout.Proxy!.Command(gateway.Plan) is { } command ? [.. command] : null,
        Files = [.. layout.Proxy.Files(gateway.Plan).Select(f => new ProxyFile(f.Path, f.Content))],
        Labels =
        [
            new(Labels.Application, application.Name),
            new(Labels.Configuration, gateway.Shape),
            new(Labels.Proxy, layout.Proxy.Name),
            new(Labels.Answers, string.Join(',', gateway.Answers)),
        ],
    };
}
