namespace Slipway.Traffic.Draining;

/// <summary>Where a drain stands.</summary>
/// <param name="Count">What is under way.</param>
/// <param name="Elapsed">Since the drain began.</param>
/// <param name="IsLate">Whether the deadline has passed, so that it goes on for requests with a body only.</param>
public sealed record DrainProgress(DrainCount Count, TimeSpan Elapsed, bool IsLate);
