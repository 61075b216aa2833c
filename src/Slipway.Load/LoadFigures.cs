namespace Slipway.Load;

/// <summary>What came of one kind of request. The times are of those that succeeded, to within 2%; zero if none did.</summary>
/// <param name="Kind">What the clients of these figures did.</param>
/// <param name="Requests">All that were answered or failed.</param>
/// <param name="Failed">Those that failed.</param>
/// <param name="Median">Half took at most this long.</param>
/// <param name="Percentile95">95% took at most this long.</param>
/// <param name="Percentile99">99% took at most this long.</param>
/// <param name="Longest">The slowest took this long.</param>
public sealed record LoadFigures(LoadKind Kind, long Requests, long Failed, TimeSpan Median, TimeSpan Percentile95, TimeSpan Percentile99, TimeSpan Longest);
