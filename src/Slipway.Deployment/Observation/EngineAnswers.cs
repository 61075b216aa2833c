using Slipway.Engine.Locks;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Observation;

/// <summary>What the engine and the proxy answered.</summary>
internal sealed record EngineAnswers(
    EngineObservation Host,
    IReadOnlyList<ContainerObservation> Containers,
    IReadOnlyDictionary<int, string> ForeignPorts,
    IReadOnlyDictionary<string, ImageObservation> Images,
    IReadOnlyList<NetworkObservation> Networks,
    IReadOnlyList<LeaseObservation> Leases,
    IReadOnlyDictionary<string, Slot> ActiveSlots,
    Task<string?> Connections);
