namespace Slipway.Traffic.Probing;

/// <summary>
/// Asks an application whether it is ready until it says so. The engine's own health check has an interval of seconds; this finds
/// readiness within one <see cref="ProbeRequest.Interval"/> and the time of one answer.
/// </summary>
/// <param name="time">The clock.</param>
public sealed class ReadinessProbe(TimeProvider time)
{
    /// <summary>Asks until the answer is as expected or the deadline has passed.</summary>
    /// <param name="connect">
    /// Opens a connection to the application; it is called again whenever the last one is no more. It says that it failed by
    /// an <see cref="IOException"/> or a <see cref="System.Net.Sockets.SocketException"/>; whatever else it throws ends the probe.
    /// </param>
    /// <param name="request">What to ask.</param>
    /// <param name="deadline">How long to ask at most. At least one attempt is made.</param>
    /// <param name="cancellation">Ends the probe at once.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was triggered.</exception>
    public async Task<ProbeResult> WaitAsync(
        Func<CancellationToken, ValueTask<Stream>> connect, ProbeRequest request, TimeSpan deadline, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        using var attempting = new ProbeAttempts(connect, request);
        ProbeAnswer? before = null;
        for (var attempts = 1; ; attempts++)
        {
            var left = deadline - time.GetElapsedTime(began);
            var attemptBegan = time.GetTimestamp();
            var answer = await TryAsync(attempting, Shorter(request.AttemptTimeout, left), cancellation);

            // An attempt that only the deadline cut short tells less than the answer before it.
            if (answer.Outcome == ProbeOutcome.TimedOut && left < request.AttemptTimeout && before is not null)
            {
                answer = before;
            }

            before = answer;
            var elapsed = time.GetElapsedTime(began);
            if (answer.Outcome == ProbeOutcome.Ready)
            {
                return new ProbeResult(true, elapsed, attempts, answer);
            }

            var pause = request.Interval - time.GetElapsedTime(attemptBegan);
            if (elapsed + (pause > TimeSpan.Zero ? pause : TimeSpan.Zero) >= deadline)
            {
                return new ProbeResult(false, elapsed, attempts, answer);
            }

            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, time, cancellation);
            }
        }
    }

    private async Task<ProbeAnswer> TryAsync(ProbeAttempts attempting, TimeSpan timeout, CancellationToken cancellation)
    {
        using var timer = new CancellationTokenSource(timeout, time);
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        var answer = await attempting.TryAsync(attempt.Token);
        cancellation.ThrowIfCancellationRequested();
        return answer;
    }

    private static TimeSpan Shorter(TimeSpan attempt, TimeSpan left) =>
        left < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : left < attempt ? left : attempt;
}
