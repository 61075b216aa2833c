namespace Slipway.Traffic.Draining;

/// <summary>How a drain ended.</summary>
/// <param name="Drained">Whether nothing was under way any more.</param>
/// <param name="InFlight">What was under way when it ended; these are cut off if the slot is stopped now.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record DrainResult(bool Drained, int InFlight, TimeSpan Elapsed);
