using System.Collections.Immutable;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning.Changes;
using Known = Slipway.Engine.Labels;

namespace Slipway.Deployment.Planning.Layout;

/// <summary>Describes services without slots for the overlay: those that change as they will be, the others as they are.</summary>
/// <param name="observation">What was observed.</param>
internal sealed class ReplicaInstances(Application application, ObservedState observation)
{
    /// <summary>The images that they run, by the names under which releases are kept: what others build or pull meanwhile does not move those.</summary>
    /// <param name="services">What happens with each service; those with slots are left out.</param>
    public ImmutableDictionary<string, string> Images(IEnumerable<ServiceChange> services) => services
        .Where(s => !s.Settings.Strategy.HasSlots)
        .Select(s => (s.Name, Image: s.Changes ? s.Image.ReleaseTag : TagOf(s)))
        .Where(s => s.Image is not null)
        .ToImmutableDictionary(s => s.Name, s => s.Image!, StringComparer.Ordinal);

    /// <summary>Their labels.</summary>
    /// <param name="services">What happens with each service; those with slots are left out.</param>
    /// <param name="labels">Gives the labels of a changing service's new containers.</param>
    public static ImmutableDictionary<string, ImmutableArray<KeyValuePair<string, string>>> Labels(
        IEnumerable<ServiceChange> services, Func<ServiceChange, ImmutableArray<KeyValuePair<string, string>>> labels) => services
            .Where(s => !s.Settings.Strategy.HasSlots)
            .ToImmutableDictionary(s => s.Name, s => s.Changes || s.Incumbent is null ? labels(s) : LabelsOf(s.Incumbent), StringComparer.Ordinal);

    private string? TagOf(ServiceChange service) =>
        service.Incumbent?.Release is { } release
        && ChangeFinder.ReleaseTag(application.Name, service.Name, release) is var tag && observation.Images.ContainsKey(tag)
            ? tag
            : null;

    private static ImmutableArray<KeyValuePair<string, string>> LabelsOf(ContainerObservation container) =>
        [.. Known.OfContainers.Where(container.Labels.ContainsKey).Select(l => new KeyValuePair<string, string>(l, container.Labels[l]))];
}
