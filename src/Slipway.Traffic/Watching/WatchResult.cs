namespace Slipway.Traffic.Watching;

/// <summary>How a watch ended.</summary>
/// <param name="Healthy">Whether no more failed than was tolerated.</param>
/// <param name="Failed">How many failed.</param>
/// <param name="Elapsed">How long it was watched.</param>
public sealed record WatchResult(bool Healthy, int Failed, TimeSpan Elapsed);
