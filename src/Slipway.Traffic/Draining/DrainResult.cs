namespace Slipway.Traffic.Draining;

/// <summary>How a drain ended.</summary>
/// <param name="Drained">Whether nothing was under way any more.</param>
/// <param name="InFlight">What was under way when it ended; all that it is told is what the slot says when it is stopped.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record DrainResult(bool Drained, int InFlight, TimeSpan Elapsed);
