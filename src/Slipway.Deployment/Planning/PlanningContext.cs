using Slipway.Compose.Slots;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning.Changes;
using Slipway.Deployment.Planning.Gateways;
using Slipway.Deployment.Planning.Layout;
using Slipway.Engine;
using Slipway.Engine.Commands;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Planning;

/// <summary>All that the phases of one deployment or rollback are planned from. Immutable.</summary>
public sealed record PlanningContext
{
    /// <summary>What slipway.yaml and the compose files say.</summary>
    public required Application Application { get; init; }

    /// <summary>What was observed.</summary>
    public required ObservedState Observation { get; init; }

    /// <summary>What the user asked for.</summary>
    public required DeploymentRequest Request { get; init; }

    /// <summary>Makes the commands of steps.</summary>
    public required IDockerCommandLines Docker { get; init; }

    /// <summary>The name of the release that serves when all has gone well.</summary>
    public required string Release { get; init; }

    /// <summary>What happens with each service that a release replaces.</summary>
    public required IReadOnlyList<ServiceChange> Services { get; init; }

    /// <summary>What happens with each service that runs to its end.</summary>
    public IReadOnlyList<JobChange> Jobs { get; init; } = [];

    /// <summary>The jobs that are run, each after those that it waits for.</summary>
    public IEnumerable<JobChange> DueJobs => Jobs.Where(j => j.IsDue);

    /// <summary>What happens with the schema.</summary>
    public required SchemaChange Schema { get; init; }

    /// <summary>The overlay, or null when it was refused or nobody needs one.</summary>
    public required SlotOverlay? Overlay { get; init; }

    /// <summary>Where the slots are.</summary>
    public required SlotLayout Layout { get; init; }

    /// <summary>What happens around the slots.</summary>
    public required EnvironmentChange Environment { get; init; }

    /// <summary>The compose project with the slots.</summary>
    public ComposeProject Compose => Application.Project.With(SlotOverlay.FileName);

    /// <summary>The services that are replaced.</summary>
    public IEnumerable<ServiceChange> Changing => Services.Where(s => s.Changes);

    /// <summary>The services that are replaced by new ones which migrate the schema when they start.</summary>
    public IEnumerable<ServiceChange> MigratingAtStart =>
        Request is { Kept: true } or { IsWarmRollback: true } or { IsRelease: true } ? []
            : Changing.Where(s => Observation.MigratingStarts.ContainsKey(s.Name));

    /// <summary>Whether the proxy switches to another slot of a service.</summary>
    public bool ChangesBehindProxy => Changing.Any(s => s.Settings.Strategy.IsBehindProxy);

    /// <summary>The containers of services behind a proxy to which no proxy leads.</summary>
    public required IReadOnlyList<ContainerObservation> Strays { get; init; }

    /// <summary>The containers of services with slots that are in none, and are not made anew: those of plain compose, and strays.</summary>
    public IEnumerable<ContainerObservation> UnmanagedContainers =>
        Application.Slotted.SelectMany(s => Observation.Of(s.Name)).Where(c => c.Slot is null)
            .Concat(Strays.Where(c => c.Slot is not null && Services.All(s => s.Occupant != c)));

    /// <summary>The unchanged services of which a run that was killed left an old container that is not to be kept.</summary>
    public IEnumerable<ServiceChange> LeftoverSlots => Services
        .Where(s => s is { Changes: false, Active: not null })
        .Where(s => UnmanagedContainers.Any(c => (c.Service ?? c.ComposeService) == s.Name) || (!Application.Settings.KeepWarm && s.Occupant is not null));

    /// <summary>The containers of what must run once only that are at work beside the one that does it, as after a restart by hand of all.</summary>
    public IEnumerable<ContainerObservation> Doubles => Services
        .Where(s => s is { Changes: false, Active: not null, Settings.Strategy: { HasSlots: true, IsBehindProxy: false } })
        .Select(s => s.Occupant)
        .OfType<ContainerObservation>()
        .Where(c => c.IsAlive);

    /// <summary>The slots that nothing needs once the new release serves; none when old slots are kept warm.</summary>
    public IEnumerable<(ServiceChange Service, Slot Slot)> OldSlots => Application.Settings.KeepWarm
        ? []
        : Changing.Where(s => s.Active is not null).Select(s => (s, s.Active!.Value))
            .Concat(LeftoverSlots.Where(s => s.Occupant is not null).Select(s => (s, s.Target)));

    /// <summary>Whether a run that was killed left its lock behind; whoever takes the lock removes that.</summary>
    public bool LockIsDead => Observation.Leases.Any(l => !l.IsAlive(Observation.Engine.Now));

    /// <summary>Whether a slot that does not serve gets a part of the requests, which only a run that was killed leaves behind.</summary>
    public bool IsShared => Observation.Gateways.Any(g => g.Shared.Count > 0);

    /// <summary>Whether any container is a slot or a proxy of Slipway's.</summary>
    public bool IsInSlots =>
        Observation.Ending.Count > 0 || Observation.Containers.Any(c => c.Slot is not null || (Application.Settings.Proxy is { } proxy && c.IsProxyOf(proxy)));

    /// <summary>Whether anything is changed.</summary>
    public bool ChangesAnything => Request.IsRelease
        ? IsInSlots
        : Request.IsBackup || Changing.Any() || LeftoverSlots.Any() || Doubles.Any() || LockIsDead || IsShared || Environment.ChangesAnything
            || Observation.Ending.Any(c => c.IsAlive) || DueJobs.Any()
            || (Schema.Pending is { Count: > 0 } && !Request.Kept);

    /// <summary>Whether the target slot holds just what is deployed: then it serves again as it is, without being started anew.</summary>
    /// <returns>False also when that is not known yet.</returns>
    public bool IsWarm(ServiceChange service) =>
        service is { Occupant: { IsRunning: true } occupant, Image: { Action: ImageAction.None, Id: { } image } }
        && occupant.Name == Application.ContainerOf(service.TargetService)
        && occupant.ImageId == image
        && occupant.Release == Release
        && occupant.Labels.GetValueOrDefault(Labels.Configuration) == Application.Compose.ConfigHash(service.Name);

    /// <summary>Whether the target slot had nothing under way when the proxies were asked. It gets nothing new, so it stays so.</summary>
    /// <returns>False also when that is not known.</returns>
    public bool IsDrained(ServiceChange service) =>
        service.Occupant?.Addresses.GetValueOrDefault(Application.SlotsNetwork) is { } address
        && address.Equals(Layout.AddressOf(service.Name, service.Target))
        && Layout.Proxy is ICountsConnections counter
        && Layout.SendingTo(service.Name).All(gateway => Observation.Connections.GetValueOrDefault(gateway.Container) is { } connections
            && counter.ParseConnections(gateway.Plan, connections)
                .All(c => c.Service != service.Name || c.Slot != service.Target || c.InFlight == 0));
}
