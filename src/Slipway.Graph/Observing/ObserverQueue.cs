using System.Diagnostics;

namespace Slipway.Graph.Observing;

/// <summary>The events that one observer has not seen yet, and the thread that tells it.</summary>
internal sealed class ObserverQueue(ITaskObserver observer)
{
    private readonly object _gate = new();
    private readonly Queue<Action<ITaskObserver>> _calls = new();
    private Thread? _thread;
    private bool _busy;
    private Exception? _failure;

    public void Post(Action<ITaskObserver> call)
    {
        lock (_gate)
        {
            if (_failure is not null)
                return;
            _calls.Enqueue(call);
            Monitor.PulseAll(_gate);
            if (_thread is not null)
                return;
            _thread = new Thread(Work) { IsBackground = true, Name = "slipway observer" };
        }

        // Whichever task happened to post first: the observer is not part of it.
        _thread.UnsafeStart();
    }

    /// <summary>Waits until the observer has seen everything. Returns what went wrong, if anything did.</summary>
    public string? Drain(TimeSpan patience)
    {
        var began = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            while (_busy || _calls.Count > 0)
            {
                var left = patience - Stopwatch.GetElapsedTime(began);
                if (left <= TimeSpan.Zero || !Monitor.Wait(_gate, left))
                    break;
            }

            var failure = _failure;
            _failure = null;
            if (failure is not null)
                return $"{observer.GetType().Name} failed and saw only part of this run: {failure.Message}";
            return !_busy && _calls.Count == 0
                ? null
                : $"{observer.GetType().Name} is too slow: {_calls.Count} events of this run had not reached it when it ended.";
        }
    }

    private void Work()
    {
        while (true)
        {
            Action<ITaskObserver>? call;
            lock (_gate)
            {
                _busy = false;
                while (!_calls.TryDequeue(out call))
                {
                    Monitor.PulseAll(_gate);
                    Monitor.Wait(_gate);
                }

                _busy = true;
            }

            try
            {
                call(observer);
            }
            catch (Exception failure)
            {
                // Whatever an observer throws is its own business and never the run's.
                lock (_gate)
                {
                    _failure = failure;
                    _calls.Clear();
                }
            }
        }
    }
}
