namespace Slipway.Traffic.Draining;

/// <summary>Where a drain stands.</summary>
/// <param name="InFlight">How many requests or connections are under way.</param>
/// <param name="Elapsed">Since the drain began.</param>
public sealed record DrainProgress(int InFlight, TimeSpan Elapsed);
