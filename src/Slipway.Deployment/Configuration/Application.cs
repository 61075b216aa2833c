using System.Collections.Immutable;
using Slipway.Compose;
using Slipway.Compose.Files;
using Slipway.Compose.Roles;
using Slipway.Compose.Slots;
using Slipway.Deployment.Configuration.Mounts;
using Slipway.Engine.Commands;
using Slipway.Observability.State;

namespace Slipway.Deployment.Configuration;

/// <summary>slipway.yaml and the compose files together, checked: the immutable description of what is deployed.</summary>
/// <param name="Settings">What slipway.yaml says.</param>
/// <param name="Compose">What the compose files say, with every variable filled in.</param>
/// <param name="Sources">Which compose file defines which service.</param>
/// <param name="Warnings">What compose itself warns of, such as a variable that is not set.</param>
public sealed record Application(ApplicationSettings Settings, ComposeModel Compose, ComposeSources Sources, IReadOnlyList<string> Warnings)
{
    /// <summary>The application's name.</summary>
    public string Name => Settings.Name;

    /// <summary>Where an engine elsewhere finds what is mounted from the application's folder.</summary>
    public MountPlan Mounts { get; init; } = MountPlan.None;

    /// <summary>The folder where Slipway keeps its files of this application.</summary>
    public StateFolder State => StateFolder.Of(Settings.Folder);

    /// <summary>The overlay with the slots.</summary>
    public string OverlayPath => Path.Combine(Settings.Folder, SlotOverlay.FileName);

    /// <summary>The compose project, without the slots.</summary>
    public ComposeProject Project => Settings.Project;

    /// <summary>The services that users reach through the proxy, in the order of slipway.yaml.</summary>
    public IEnumerable<ServiceSettings> BehindProxy => Settings.Services.Values.Where(s => s.Strategy.IsBehindProxy);

    /// <summary>
    /// The services that have two slots: those behind the proxy first; of each kind one that waits for another comes after it, else they are in the
    /// order of slipway.yaml.
    /// </summary>
    public IEnumerable<ServiceSettings> Slotted => Settings.Services.Values
        .Where(s => s.Strategy.HasSlots)
        .OrderBy(s => !s.Strategy.IsBehindProxy)
        .ThenBy(s => Depth(s.Name, []));

    /// <summary>The services that a release replaces: those with slots, then those with replicas.</summary>
    public IEnumerable<ServiceSettings> Released => Slotted.Concat(Settings.Services.Values
        .Where(s => s.Strategy is { HasSlots: false, HoldsData: false, RunsOnce: false }));

    /// <summary>
    /// The compose services that run to their end once for each release: those that slipway.yaml says do, and those that it does not name
    /// of which the compose file says so; one that waits for another comes after it.
    /// </summary>
    public IEnumerable<string> Jobs => Compose.Services
        .Where(s => s.Name != Settings.Proxy?.Service)
        .Where(s => Settings.Services.TryGetValue(s.Name, out var settings) ? settings.Strategy.RunsOnce : JobSigns.IsOfRelease(Compose, s))
        .OrderBy(s => Depth(s.Name, []))
        .Select(s => s.Name);

    /// <summary>
    /// The compose services that are data: those that slipway.yaml says are, and those that it does not name, without those that
    /// compose itself does not start, and those that run to their end.
    /// </summary>
    public IEnumerable<string> Stateful => Compose.Services
        .Where(s => s.Name != Settings.Proxy?.Service)
        .Where(one => Settings.Services.TryGetValue(one.Name, out var settings) ? settings.Strategy.HoldsData : Compose.Runs(one)
            && !JobSigns.IsOfRelease(Compose, one))
        .Select(s => s.Name);

    /// <summary>The name of the network that joins the proxy and the slots.</summary>
    public string SlotsNetwork => Settings.SlotsNetwork;

    /// <summary>The container of a compose service that has one container.</summary>
    /// <param name="composeService">Such as <c>bot-green</c>.</param>
    /// <returns>The name that compose gives it.</returns>
    public string ContainerOf(string composeService) =>
        Compose.Find(composeService)?.ContainerName ?? $"{Name}-{composeService}-1";

    /// <summary>The image of a compose service.</summary>
    /// <param name="composeService">A service of the compose file.</param>
    /// <returns>The name that the compose file has, or that compose gives to what it builds.</returns>
    public string ImageOf(string composeService) => Compose.Find(composeService)?.Image ?? $"{Name}-{composeService}";

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Whether a service waits for another one, over however many others.</summary>
    /// <param name="service">The one that would wait.</param>
    /// <param name="other">The one that would be waited for.</param>
    /// <returns>False also where a circle leads back to the first.</returns>
    public bool WaitsFor(string service, string other)
    {
        var (seen, left) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>([service]));
        while (left.TryDequeue(out var next))
        {
            foreach (var dependency in Compose.Find(next)?.DependsOn ?? [])
            {
                if (dependency.Service == other)
                {
                    return true;
                }

                if (seen.Add(dependency.Service))
                {
                    left.Enqueue(dependency.Service);
                }
            }
        }

        return false;
    }

    /// <summary>How many services one after the other it waits for.</summary>
    private int Depth(string service, ImmutableHashSet<string> seen) => seen.Contains(service)
        || Compose.Find(service) is not { DependsOn: { Length: > 0 } waits }
        ? 0
        : 1 + waits.Max(d => Depth(d.Service, seen.Add(service)));
}
