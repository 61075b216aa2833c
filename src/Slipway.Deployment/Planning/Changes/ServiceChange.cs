using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Planning.Changes;

/// <summary>What a deployment does with one service that has slots.</summary>
/// <param name="Settings">The service.</param>
/// <param name="Changes">Whether it is replaced.</param>
/// <param name="Reason">Why, or why not, in a few words.</param>
/// <param name="Active">The slot that serves now; null on the first deployment.</param>
/// <param name="Target">The slot that the new release goes to.</param>
/// <param name="Occupant">The container that is in the target slot now, if any: the warm one of the release before.</param>
/// <param name="Incumbent">The container that does the work now, if any.</param>
public sealed record ServiceChange(
    ServiceSettings Settings,
    bool Changes,
    string Reason,
    Slot? Active,
    Slot Target,
    ImageChange Image,
    ContainerObservation? Occupant,
    ContainerObservation? Incumbent)
{
    /// <summary>What happens with its replicas; null for a service that has none.</summary>
    public ReplicaChange? Replicas { get; init; }

    /// <summary>The release that a rollback would lead to; null when nothing is left of one.</summary>
    internal string? Before => Replicas is null ? Occupant?.Release : Replicas.Warm.Count > 0 ? Replicas.Warm[0].Release : null;

    /// <summary>The service's name.</summary>
    public string Name => Settings.Name;

    /// <summary>Which slot it moves from and to, for people; nothing for a service without slots.</summary>
    public string Move =>
        !Settings.Strategy.HasSlots ? string.Empty
        : Changes ? $"{Active?.Name() ?? "(none)"} -> {Target.Name()}"
        : Active?.Name() ?? string.Empty;

    /// <summary>The slot that it moves to.</summary>
    public SlotChoice Goal => new(Name, Target);

    /// <summary>The compose service of the target slot.</summary>
    public string TargetService => $"{Name}-{Target.Name()}";
}
