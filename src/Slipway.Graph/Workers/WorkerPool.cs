namespace Slipway.Graph.Workers;

/// <summary>
/// Dedicated, reused threads for work that may block. The shared thread pool grows by about one thread a second once its
/// threads block, which would serialise waiting tasks on a machine with few cores; this pool grows as soon as work waits.
/// </summary>
internal sealed class WorkerPool : IDisposable
{
    // Up to this many threads are started without hesitation. Beyond, only when no work was taken for a millisecond:
    // short tasks are drained by a few threads, and blocked ones get theirs at once.
    private const int EagerThreads = 8;

    private readonly object _gate = new();
    private readonly object _crowd = new();
    private readonly Queue<Action> _queue = new();
    private int _idle;
    private int _starting;
    private int _threads;
    private long _taken;
    private bool _watched;
    private bool _disposed;

    /// <summary>How many threads the pool has started so far.</summary>
    public int Threads => Volatile.Read(ref _threads);

    /// <summary>Runs the work on a thread of its own as soon as possible. The work must not throw.</summary>
    public void Queue(Action work)
    {
        lock (_gate)
        {
            if (_disposed)
            {
                // What a task left running after the end of its run still has to get somewhere.
                ThreadPool.QueueUserWorkItem(static l => l(), work, preferLocal: false);
                return;
            }

            _queue.Enqueue(work);
            Monitor.Pulse(_gate);
            if (Spare >= _queue.Count)
            {
                return;
            }

            if (_threads < EagerThreads)
            {
                StartWorker();
                return;
            }
        }

        Watch();
    }

    // A thread that was started counts before it has begun: on a busy machine that may take a while.
    private int Spare => _idle + _starting;

    public void Dispose()
    {
        // Every thread drains the queue, then ends by itself; nobody waits for one that is still blocked.
        lock (_gate)
        {
            _disposed = true;
            Monitor.PulseAll(_gate);
        }

        lock (_crowd)
        {
            Monitor.PulseAll(_crowd);
        }
    }

    private void Work()
    {
        lock (_gate)
        {
            _starting--;
        }

        while (true)
        {
            Action? work;
            lock (_gate)
            {
                while (!_queue.TryDequeue(out work))
                {
                    if (_disposed)
                    {
                        return;
                    }

                    _idle++;
                    Monitor.Wait(_gate);
                    _idle--;
                }

                _taken++;
            }

            work();
        }
    }

    private void StartWorker()
    {
        _threads++;
        _starting++;
        Start(Work, $"slipway worker {_threads}");
    }

    private void Watch()
    {
        lock (_crowd)
        {
            if (!_watched)
            {
                _watched = true;
                Start(WatchCrowd, "slipway worker watch");
            }

            Monitor.Pulse(_crowd);
        }
    }

    private void WatchCrowd()
    {
        while (true)
        {
            long before;
            lock (_crowd)
            {
                // Whoever queues pulses after queueing, so looking and waiting under this lock misses nobody.
                while (!IsCrowded(out before))
                {
                    if (_disposed)
                    {
                        return;
                    }

                    Monitor.Wait(_crowd);
                }
            }

            Thread.Sleep(1);
            lock (_gate)
            {
                if (_taken != before || _starting > 0 || _disposed)
                {
                    continue;
                }

                // Doubling: a machine so busy that nothing moved for a millisecond must not get thousands of threads for it.
                for (var missing = Math.Min(_queue.Count - Spare, _threads); missing > 0; missing--)
                {
                    StartWorker();
                }
            }
        }
    }

    private bool IsCrowded(out long taken)
    {
        lock (_gate)
        {
            taken = _taken;
            return !_disposed && _queue.Count > Spare;
        }
    }

    // Unsafe only in that the thread doesn't inherit which task its starter belonged to, which would be wrong for all its later work.
    private static void Start(ThreadStart body, string name) =>
        new Thread(body) { IsBackground = true, Name = name }.UnsafeStart();
}
