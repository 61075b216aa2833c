using Slipway.Locking;

namespace Slipway.Observing;

/// <summary>What the engine answered.</summary>
internal sealed record EngineAnswers(
    EngineObservation Host,
    IReadOnlyList<ContainerObservation> Containers,
    IReadOnlyDictionary<int, string> ForeignPorts,
    IReadOnlyDictionary<string, ImageObservation> Images,
    IReadOnlyList<NetworkObservation> Networks,
    IReadOnlyList<LeaseObservation> Leases);
