namespace Slipway.Traffic.Draining;

/// <summary>Waits until a slot that no longer gets requests has answered those that it has.</summary>
/// <param name="time">The clock.</param>
public sealed class DrainWait(TimeProvider time)
{
    /// <summary>The time between two counts. Default 50 ms.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Counts until nothing is under way twice in a row, or the deadline has passed.</summary>
    /// <param name="count">Counts what is under way; see <see cref="Proxies.ICountsConnections.ReadConnections"/>.</param>
    /// <param name="deadline">How long to wait at most; websockets may never end by themselves.</param>
    /// <param name="progress">Is told of every count.</param>
    /// <param name="cancellation">Ends the wait at once.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was triggered.</exception>
    public async Task<DrainResult> WaitAsync(
        Func<CancellationToken, Task<int>> count, TimeSpan deadline, IProgress<DrainProgress>? progress, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        // Twice: a request that the proxy took just before the switch may not have reached the slot at the first count.
        for (var idle = 0; ;)
        {
            var inFlight = await count(cancellation);
            var elapsed = time.GetElapsedTime(began);
            progress?.Report(new DrainProgress(inFlight, elapsed));
            idle = inFlight == 0 ? idle + 1 : 0;
            if (idle == 2 || (inFlight > 0 && elapsed >= deadline))
            {
                return new DrainResult(idle == 2, inFlight, elapsed);
            }

            await Task.Delay(Interval, time, cancellation);
        }
    }
}
