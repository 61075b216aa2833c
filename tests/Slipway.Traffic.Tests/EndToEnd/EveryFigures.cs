namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>What came of all kinds of traffic at once.</summary>
/// <param name="Requests">All requests, calls, streams and connections.</param>
/// <param name="Failed">Those that failed, of HTTP; a failure of another kind ends the test.</param>
/// <param name="Failures">The first of them.</param>
/// <param name="Rate">All of them per second.</param>
/// <param name="Percentile99">99% of the GETs took at most this long.</param>
/// <param name="Calls">Calls and streams of gRPC.</param>
/// <param name="Connections">TCP connections.</param>
internal sealed record EveryFigures(
    long Requests, long Failed, IReadOnlyList<string> Failures, double Rate, TimeSpan Percentile99, long Calls, long Connections);
