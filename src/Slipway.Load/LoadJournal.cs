using System.Collections.Immutable;
using Slipway.Load.Measuring;

namespace Slipway.Load;

/// <summary>Gathers what the clients of a load experience.</summary>
internal sealed class LoadJournal(LoadPlan plan, TimeProvider time)
{
    private const int MostFailures = 1000;
    private readonly Lock _lock = new();
    private readonly long _began = time.GetTimestamp();
    private readonly SuccessGaps _gaps = new();
    private readonly Dictionary<LoadKind, Tally> _tallies = plan.Clients.Select(c => c.Kind).Distinct().ToDictionary(k => k, _ => new Tally());
    private readonly List<LoadFailure> _failures = [];
    private readonly PriorityQueue<TaskCompletionSource, long> _waiting = new();
    private long _started;
    private long _requests;
    private TimeSpan _lastAt;
    private bool _stopped;

    /// <summary>How many requests were answered or failed so far.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>Whether one more request may be made.</summary>
    public bool MayBegin() => Interlocked.Increment(ref _started) <= plan.MostRequests;

    public void Succeeded(LoadKind kind, TimeSpan took)
    {
        lock (_lock)
        {
            _tallies[kind].Times.Add(took);
            _tallies[kind].Requests++;
            Count();
            if (!_stopped)
            {
                _gaps.Succeeded(_lastAt);
            }
        }
    }

    public void Failed(LoadKind kind, LoadFailureReason reason, string detail, TimeSpan took)
    {
        lock (_lock)
        {
            _tallies[kind].Requests++;
            _tallies[kind].Failed++;
            Count();
            _gaps.Failed();
            if (_failures.Count < MostFailures)
            {
                _failures.Add(new LoadFailure(kind, reason, detail, _lastAt, took));
            }
        }
    }

    /// <summary>Completes once so many further requests are through.</summary>
    public Task FurtherAsync(long requests)
    {
        lock (_lock)
        {
            if (_stopped)
            {
                return Task.CompletedTask;
            }

            // The waiter must not run under this lock.
            var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(waiter, _requests + requests);
            return waiter.Task;
        }
    }

    /// <summary>No request begins any more.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            if (!_stopped)
            {
                _gaps.Ended(time.GetElapsedTime(_began));
            }

            _stopped = true;
            while (_waiting.TryDequeue(out var waiter, out _))
            {
                waiter.TrySetResult();
            }
        }
    }

    public LoadReport Report()
    {
        lock (_lock)
        {
            return new LoadReport(_lastAt,
                [.. _tallies.OrderBy(t => t.Key).Select(t => t.Value.Figures(t.Key))],
                _failures.ToImmutableArray(), _gaps.Longest, _gaps.Outage);
        }
    }

    private void Count()
    {
        _requests++;
        _lastAt = time.GetElapsedTime(_began);
        while (_waiting.TryPeek(out var waiter, out var due) && due <= _requests)
        {
            _waiting.Dequeue();
            waiter.TrySetResult();
        }
    }

    private sealed class Tally
    {
        public LatencyHistogram Times { get; } = new();

        public long Requests { get; set; }

        public long Failed { get; set; }

        public LoadFigures Figures(LoadKind kind) =>
            new(kind, Requests, Failed, Times.Percentile(0.5), Times.Percentile(0.95), Times.Percentile(0.99), Times.Longest);
    }
}
