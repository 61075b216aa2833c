namespace Benchmarks.Deploy;

/// <summary>One measured deployment, or rollback.</summary>
/// <param name="Seconds">From shell to shell.</param>
/// <param name="Outage">Seconds in which no request succeeded although some were made.</param>
/// <param name="Requests">All requests meanwhile.</param>
/// <param name="Failed">Those that failed.</param>
internal sealed record Deployment(double Seconds, double Outage, long Requests, long Failed);
