namespace Slipway.Traffic.Draining;

/// <summary>Waits until a slot that no longer gets requests has answered those that it has.</summary>
/// <param name="time">The clock.</param>
public sealed class DrainWait(TimeProvider time)
{
    /// <summary>The time between two counts. Default 50 ms.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The time before the last count, when some are under way at the deadline. Default 250 ms: proxies close what is idle for 200.</summary>
    public TimeSpan Settling { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// How long requests with a body may take beyond the deadline: whoever uploads something must begin again when cut, and whoever had
    /// something done does not know whether it was. One hour, which is the proxy's own patience with a silent client.
    /// </summary>
    public static TimeSpan Beyond { get; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Counts until nothing is under way twice in a row, or the deadline has passed and there is no request with a body among it, or
    /// <see cref="Beyond"/> has passed as well.
    /// </summary>
    /// <param name="count">Counts what is under way; see <see cref="Proxies.ICountsConnections"/> and <see cref="Proxies.ITellsRequests"/>.</param>
    /// <param name="deadline">How long to wait for what may never end by itself, such as websockets.</param>
    /// <param name="progress">Is told of every count.</param>
    /// <param name="cancellation">Ends the wait at once.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was triggered.</exception>
    public async Task<DrainResult> WaitAsync(
        Func<CancellationToken, Task<DrainCount>> count, TimeSpan deadline, IProgress<DrainProgress>? progress, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        // Twice: a request that the proxy took just before the switch may not have reached the slot at the first count.
        for (var (idle, wasOver) = (0, false); ;)
        {
            var counted = await count(cancellation);
            var elapsed = time.GetElapsedTime(began);
            progress?.Report(new DrainProgress(counted, elapsed, elapsed >= deadline));
            idle = counted.InFlight == 0 ? idle + 1 : 0;
            var isOver = counted.InFlight > 0 && elapsed >= (counted.WithBody > 0 ? deadline + Beyond : deadline);
            if (idle == 2 || (isOver && wasOver))
            {
                return new DrainResult(idle == 2, counted.InFlight, elapsed);
            }

            // Once more, so that connections of requests which have just ended are not told as cut.
            wasOver = isOver;
            await Task.Delay(isOver ? Settling : Interval, time, cancellation);
        }
    }
}
