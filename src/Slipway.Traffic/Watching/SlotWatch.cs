namespace Slipway.Traffic.Watching;

/// <summary>Watches a slot that has just begun to serve.</summary>
/// <param name="time">The clock.</param>
public sealed class SlotWatch(TimeProvider time)
{
    /// <summary>The time between two counts. Default 250 ms.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Counts until the time is over, or at once when more failed than is tolerated.</summary>
    /// <param name="count">Counts the requests that failed since the switch; see <see cref="Proxies.ILogsFailures"/>.</param>
    /// <param name="tolerated">How many may fail; zero or more.</param>
    /// <param name="duration">How long to watch. The last count is made when it is over, so even zero counts once.</param>
    /// <param name="cancellation">Ends the watch at once.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was triggered.</exception>
    public async Task<WatchResult> WatchAsync(Func<CancellationToken, Task<int>> count, int tolerated, TimeSpan duration, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            var last = time.GetElapsedTime(began) >= duration;
            var failed = await count(cancellation);
            var elapsed = time.GetElapsedTime(began);
            if (failed > tolerated || last)
            {
                return new WatchResult(failed <= tolerated, failed, elapsed);
            }

            var left = duration - elapsed;
            if (left > TimeSpan.Zero)
            {
                await Task.Delay(left < Interval ? left : Interval, time, cancellation);
            }
        }
    }
}
