using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Slipway.Engine;

namespace Slipway.Timings;

/// <summary>Listens to where the time of one command goes, from the start of its process on.</summary>
internal sealed class RunTimings : IDisposable
{
    private readonly ConcurrentQueue<(DateTime Began, TimeSpan Took, string What)> _spans = [];
    private readonly ActivityListener _listener;
    private readonly TimeProvider _time;
    private readonly DateTime _started;

    /// <summary>Begins to listen.</summary>
    /// <param name="time">The clock.</param>
    public RunTimings(TimeProvider time)
    {
        _time = time;
        using var process = Process.GetCurrentProcess();
        _started = process.StartTime.ToUniversalTime();
        Add(_started, Now - _started, "process and runtime, until the program begins");
        _listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name == Spans.Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
            ActivityStopped = a => Add(a.StartTimeUtc, a.Duration, a.OperationName),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>All that has ended by now, in the order in which it began.</summary>
    public IReadOnlyList<string> Lines =>
    [
        "timings: milliseconds after the process began, milliseconds taken, what (side by side where they overlap)",
        .. _spans.OrderBy(s => s.Began).Select(s => Line(s.Began, s.Took, s.What)),
        Line(Now, TimeSpan.Zero, "now"),
    ];

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    private void Add(DateTime began, TimeSpan took, string what) => _spans.Enqueue((began, took, what));

    private string Line(DateTime began, TimeSpan took, string what) => string.Create(
        CultureInfo.InvariantCulture, $"timings: {(began - _started).TotalMilliseconds,8:0.0} {took.TotalMilliseconds,8:0.0}  {what}");
}
