namespace Slipway.Traffic.Probing;

/// <summary>What a readiness probe found.</summary>
/// <param name="Ready">Whether the application answered as expected before the deadline.</param>
/// <param name="Elapsed">From the first attempt to the last answer or the deadline.</param>
/// <param name="Attempts">One or more.</param>
/// <param name="Last">How the last attempt ended.</param>
public sealed record ProbeResult(bool Ready, TimeSpan Elapsed, int Attempts, ProbeAnswer Last);
