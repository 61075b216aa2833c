using Slipway.Deployment.Observation;

namespace Slipway.Deployment.Planning.Changes;

/// <summary>What happens with the replicas of one service, each compared by itself with what is deployed.</summary>
public sealed record ReplicaChange
{
    /// <summary>Those that work now, oldest first.</summary>
    public required IReadOnlyList<ContainerObservation> Working { get; init; }

    /// <summary>Those that worked before these, stopped, and are what a rollback starts again.</summary>
    public IReadOnlyList<ContainerObservation> Warm { get; init; } = [];

    /// <summary>Those that stand still and are just what is deployed: they are started instead of new ones being made.</summary>
    public IReadOnlyList<ContainerObservation> Resumed { get; init; } = [];

    /// <summary>The names of the containers that are made.</summary>
    public IReadOnlyList<string> Created { get; init; } = [];

    /// <summary>Those that give way, in this order.</summary>
    public IReadOnlyList<ContainerObservation> Replaced { get; init; } = [];

    /// <summary>Those that stand still and that nobody will need: removed before new ones are made.</summary>
    public IReadOnlyList<ContainerObservation> Stale { get; init; } = [];

    /// <summary>Those that give way and can't be gone back to: removed at the end.</summary>
    public IReadOnlyList<ContainerObservation> Retired { get; init; } = [];

    /// <summary>How many containers of the service there are once those are made.</summary>
    public int Scale { get; init; }

    /// <summary>The containers that are started, in this order.</summary>
    public IReadOnlyList<string> Started => [.. Resumed.Select(c => c.Name), .. Created];

    /// <summary>The way back to those that worked before.</summary>
    /// <returns>The change in which they take over again.</returns>
    internal ReplicaChange Back() => new() { Working = Working, Warm = Warm, Resumed = Warm, Replaced = Working };
}
