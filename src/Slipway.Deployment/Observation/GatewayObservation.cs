using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Observation;

/// <summary>What a proxy of Slipway's told of itself, or what its state tells of it when it can't be asked.</summary>
/// <param name="Container">Its container's name.</param>
/// <param name="Fingerprint">The configuration that it runs; null when it does not tell.</param>
/// <param name="Slots">The slot of each service that it sends requests to.</param>
/// <param name="Answers">The services whose names it has.</param>
/// <param name="IsUp">Whether it runs and is on the slots network.</param>
public sealed record GatewayObservation(
    string Container, string? Fingerprint, IReadOnlyDictionary<string, Slot> Slots, IReadOnlyList<string> Answers, bool IsUp = true)
{
    /// <summary>The marks of the containers that answered in its place; none when it did itself, several while one follows another.</summary>
    public IReadOnlyList<char> Seats { get; init; } = [];

    /// <summary>The slots that do not serve and get a part of the requests.</summary>
    public IReadOnlyList<SlotChoice> Shared { get; init; } = [];
}
