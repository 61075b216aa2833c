namespace Slipway.Load.Measuring;

/// <summary>Measures the times in which no request succeeded. Not thread-safe.</summary>
internal sealed class SuccessGaps
{
    private TimeSpan _lastSuccess;
    private bool _failedSince;

    public TimeSpan Longest { get; private set; }

    public TimeSpan Outage { get; private set; }

    public void Succeeded(TimeSpan at)
    {
        // Clients report in no strict order of time.
        if (at <= _lastSuccess)
        {
            return;
        }

        var gap = at - _lastSuccess;
        if (gap > Longest)
        {
            Longest = gap;
        }

        if (_failedSince)
        {
            Outage += gap;
        }

        _failedSince = false;
        _lastSuccess = at;
    }

    public void Failed() => _failedSince = true;

    /// <summary>The load was told to stop: what comes after says nothing about the application any more.</summary>
    public void Ended(TimeSpan at) => Succeeded(at);
}
