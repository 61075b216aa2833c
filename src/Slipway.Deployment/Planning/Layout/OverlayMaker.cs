using System.Collections.Immutable;
using Slipway.Compose.Slots;
using Slipway.Compose.Traefik;
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
    /// <param name="jobs">What happens with each job.</param>
    /// <param name="jobLabels">Gives the labels of the new container of a job that is run.</param>
    /// <param name="buildLabels">The labels of each image that is built.</param>
    /// <param name="migration">The migration job, if there are migrations.</param>
    /// <returns>The overlay, or the reasons why there can't be one.</returns>
    public SlotOverlayResult Make(
        IReadOnlyList<ServiceChange> services,
        Func<ServiceChange, ImmutableArray<KeyValuePair<string, string>>> labels,
        IReadOnlyList<JobChange> jobs,
        Func<string, ImmutableArray<KeyValuePair<string, string>>> jobLabels,
        ImmutableDictionary<string, ImmutableArray<KeyValuePair<string, string>>> buildLabels,
        MigrationJob? migration)
    {
        var slots = new SlotInstances(application, observation, layout.Addresses).Of(services, labels);
        var assigned = layout.Gateways.Select(g => KeyValuePair.Create(g.Number, g.Answers.ToList()));
        var request = GatewayMaker.Request(application, application.Settings.Proxy, slots, layout.Addresses, assigned);
        return SlotOverlay.Generate(application.Compose, request with
        {
            Proxies = [.. request.Proxies.Zip(layout.Gateways, Configured)],
            Labels = ReplicaInstances.Labels(services, labels).AddRange(JobInstances.Labels(jobs, jobLabels)).AddRange(DataLabels()),
            Mounts = application.Mounts.Placed,
            Images = new ReplicaInstances(application, observation).Images(services).AddRange(JobInstances.Images(application, jobs)),
            Jobs = [.. jobs.Select(j => j.Name)],
            BuildLabels = buildLabels,
            Migration = migration,
        });
    }

    // Compose's own hash is one of the overlay then, and tells nothing of the compose file.
    private IEnumerable<KeyValuePair<string, ImmutableArray<KeyValuePair<string, string>>>> DataLabels() => application.Stateful
        .Where(application.Mounts.Placed.ContainsKey)
        .Select(s => KeyValuePair.Create(s, ImmutableArray.Create(KeyValuePair.Create(Labels.Configuration, application.Compose.ConfigHash(s)))));

    private SlotProxy Configured(SlotProxy proxy, Gateway gateway) => proxy with
    {
        Command = layout.Proxy!.Command(gateway.Plan) is { } command ? [.. command] : null,
        Files = [.. layout.Proxy.Files(gateway.Plan).Where(f => !f.IsSecret).Select(f => new ProxyFile(f.Path, f.Content))],
        Labels =
        [
            new(Labels.Application, application.Name),
            new(Labels.Configuration, gateway.Shape),
            new(Labels.Proxy, layout.Proxy.Name),
            new(Labels.Answers, string.Join(',', gateway.Answers)),
            .. gateway.FrontLabels.IsEmpty && TraefikLabels.Matter(application.Compose) ? [TraefikLabels.Off] : gateway.FrontLabels,
        ],
    };
}
