namespace Slipway.Load;

/// <summary>What came of a load.</summary>
/// <param name="Elapsed">From its begin to the end of the last request.</param>
/// <param name="Figures">One entry for each kind of request that was asked for.</param>
/// <param name="Failures">The failed requests in the order of their time; no more than the first 1,000.</param>
/// <param name="LongestGap">The longest time in which no request succeeded.</param>
/// <param name="Outage">The sum of all times between two successes in which a request failed: how long the application was away.</param>
public sealed record LoadReport(TimeSpan Elapsed, IReadOnlyList<LoadFigures> Figures, IReadOnlyList<LoadFailure> Failures, TimeSpan LongestGap, TimeSpan Outage)
{
    /// <summary>All requests that were answered or failed.</summary>
    public long Requests => Figures.Sum(f => f.Requests);

    /// <summary>All requests that failed.</summary>
    public long Failed => Figures.Sum(f => f.Failed);

    /// <summary>Requests per second, over the whole load.</summary>
    public double Rate => Requests / Math.Max(Elapsed.TotalSeconds, 1e-6);
}
