using Slipway.Commands;
using Slipway.Compose.Slots;
using Slipway.Configuration;
using Slipway.Observing;
using Slipway.Planning.Changes;
using Slipway.Planning.Slots;
using Slipway.Traffic.Proxies;

namespace Slipway.Planning;

/// <summary>All that the phases of one deployment are planned from. Immutable.</summary>
public sealed record DeploymentInputs
{
    /// <summary>The application.</summary>
    public required Application Application { get; init; }

    /// <summary>What was observed.</summary>
    public required Observation Observation { get; init; }

    /// <summary>What the user asked for.</summary>
    public required DeploymentRequest Request { get; init; }

    /// <summary>The name of the release.</summary>
    public required string Release { get; init; }

    /// <summary>What happens with each service that has slots.</summary>
    public required IReadOnlyList<ServiceChange> Services { get; init; }

    /// <summary>What happens with the schema.</summary>
    public required SchemaChange Schema { get; init; }

    /// <summary>The overlay, or null when it was refused.</summary>
    public required SlotOverlay? Overlay { get; init; }

    /// <summary>Where the slots are.</summary>
    public required SlotLayout Layout { get; init; }

    /// <summary>What happens around the slots.</summary>
    public required EnvironmentChange Environment { get; init; }

    /// <summary>The services that are replaced.</summary>
    public IEnumerable<ServiceChange> Changing => Services.Where(s => s.Changes);

    /// <summary>The blue-green services that are replaced.</summary>
    public IEnumerable<ServiceChange> ChangingSlots => Changing.Where(s => s.Settings.Strategy == Strategy.BlueGreen);

    /// <summary>The handoff services that are replaced.</summary>
    public IEnumerable<ServiceChange> ChangingHandoffs => Changing.Where(s => s.Settings.Strategy == Strategy.Handoff);

    /// <summary>The rolling services that are replaced.</summary>
    public IEnumerable<ServiceChange> ChangingReplicas => Changing.Where(s => s.Settings.Strategy == Strategy.Rolling);

    /// <summary>The containers that plain compose started of services which have slots now.</summary>
    public IEnumerable<ContainerObservation> Plain => Application.Slotted.SelectMany(s => Observation.Of(s.Name)).Where(c => c.Slot is null);

    /// <summary>The unchanged services of which a run that was killed left an old container that is not to be kept.</summary>
    public IEnumerable<ServiceChange> Unretired => Services.Where(s =>
        s is { Changes: false, Active: not null } && (Plain.Any(c => c.ComposeService == s.Name) || (!Application.Settings.KeepWarm && s.Occupant is not null)));

    /// <summary>Whether a run that was killed left its lock behind; whoever takes the lock removes that.</summary>
    public bool LockIsDead => Observation.Leases.Any(l => !l.IsAlive(Observation.Engine.Now));

    /// <summary>Whether the deployment changes anything.</summary>
    public bool ChangesAnything => Changing.Any() || Unretired.Any() || LockIsDead || Environment.ChangesAnything || (Schema.Pending is { Count: > 0 } && !Request.Kept);

    /// <summary>Whether the target slot holds just what is deployed: then it serves again as it is, without being started anew.</summary>
    /// <param name="service">The service.</param>
    /// <returns>False also when that is not known yet.</returns>
    public bool IsWarm(ServiceChange service) =>
        service is { Occupant: { IsRunning: true } occupant, Image: { Action: ImageAction.None, Id: { } image } }
        && occupant.ImageId == image
        && occupant.Release == Release
        && occupant.Labels.GetValueOrDefault(Labels.Configuration) == Application.Compose.ConfigHash(service.Name);

    /// <summary>Whether the target slot had nothing under way when the proxy was asked. It gets nothing new, so it stays so.</summary>
    /// <param name="service">The service.</param>
    /// <returns>False also when that is not known.</returns>
    public bool IsDrained(ServiceChange service) =>
        Observation.Connections is { } connections
        && service.Occupant?.Addresses.GetValueOrDefault(Application.SlotsNetwork) is { } address
        && address.Equals(Layout.AddressOf(service.Name, service.Target))
        && Layout.Proxy is ICountsConnections counter
        && counter.ParseConnections(Layout.ProxyPlan!, connections).All(c => c.Service != service.Name || c.Slot != service.Target || c.InFlight == 0);

    /// <summary>A command of docker compose for this application, with the slots.</summary>
    /// <param name="arguments">What follows the files.</param>
    /// <returns>The command, to be run in the application's folder.</returns>
    public CommandLine Compose(params IEnumerable<string> arguments) => new(
        ["docker", "compose", "-p", Application.Name, .. Application.Settings.ComposeFiles.Append(SlotOverlay.FileName).SelectMany(f => new[] { "-f", f }), .. arguments],
        Folder: Application.Settings.Folder);

    /// <summary>A command of docker compose for this application as it is without Slipway.</summary>
    /// <param name="arguments">What follows the files.</param>
    /// <returns>The command, to be run in the application's folder.</returns>
    public CommandLine PlainCompose(params IEnumerable<string> arguments) => new(
        ["docker", "compose", "-p", Application.Name, .. Application.Settings.ComposeFiles.SelectMany(f => new[] { "-f", f }), .. arguments],
        Folder: Application.Settings.Folder);

    /// <summary>A command of docker.</summary>
    /// <param name="arguments">What follows <c>docker</c>.</param>
    /// <returns>The command.</returns>
    public CommandLine Docker(params IEnumerable<string> arguments) => new(["docker", .. arguments], Folder: Application.Settings.Folder);
}
