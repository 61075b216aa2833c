namespace Slipway.Graph.Scheduling;

/// <summary>
/// Decides which task starts next. Pure bookkeeping without threads or clocks, so that the very code that runs a
/// deployment can be driven by a virtual clock in a test. Not thread-safe: the run guards it with its own lock.
/// </summary>
internal sealed class TaskSchedule
{
    private readonly IReadOnlyList<ScheduledTask> _tasks;
    private readonly int[] _missing;
    private readonly List<int>[] _dependents;
    private readonly PriorityQueue<int, (double Rank, int Order)> _ready = new();
    private readonly (double Rank, int Order)[] _priority;
    private readonly Dictionary<string, Queue<int>> _heldLocks = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _jobs;

    /// <param name="tasks">The tasks in Cake's order: a task's dependencies come before it and are given as positions in this list.</param>
    /// <param name="jobs">How many tasks may run at once, at least 1.</param>
    public TaskSchedule(IReadOnlyList<ScheduledTask> tasks, int jobs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1);
        _tasks = tasks;
        _jobs = jobs;
        _missing = new int[tasks.Count];
        _dependents = new List<int>[tasks.Count];
        _priority = new (double, int)[tasks.Count];
        for (var i = 0; i < tasks.Count; i++)
        {
            _dependents[i] = [];
        }

        for (var i = 0; i < tasks.Count; i++)
        {
            _missing[i] = tasks[i].Dependencies.Count;
            foreach (var dependency in tasks[i].Dependencies)
            {
                _dependents[dependency].Add(i);
            }
        }

        Rank();
        for (var i = 0; i < tasks.Count; i++)
        {
            if (_missing[i] == 0)
            {
                _ready.Enqueue(i, _priority[i]);
            }
        }
    }

    public int Running { get; private set; }

    public int Done { get; private set; }

    public int Left => _tasks.Count - Done - Running;

    /// <summary>The next task to start, or null when nothing may start now. Its locks are taken all at once, so none can deadlock.</summary>
    public int? TryStart()
    {
        if (Running == _jobs)
        {
            return null;
        }

        while (_ready.TryDequeue(out var task, out _))
        {
            if (BlockingLock(task) is { } blocking)
            {
                blocking.Enqueue(task);
                continue;
            }

            foreach (var name in _tasks[task].Locks)
            {
                _heldLocks.TryAdd(name, new Queue<int>());
            }

            Running++;
            return task;
        }

        return null;
    }

    /// <summary>Says that a started task has ended, which frees its locks and may make others ready.</summary>
    public void Complete(int task)
    {
        Running--;
        Done++;
        foreach (var name in _tasks[task].Locks)
        {
            if (!_heldLocks.Remove(name, out var waiting))
            {
                continue;
            }

            foreach (var waiter in waiting)
            {
                _ready.Enqueue(waiter, _priority[waiter]);
            }
        }

        foreach (var dependent in _dependents[task])
        {
            if (--_missing[dependent] == 0)
            {
                _ready.Enqueue(dependent, _priority[dependent]);
            }
        }
    }

    private Queue<int>? BlockingLock(int task)
    {
        foreach (var name in _tasks[task].Locks)
        {
            if (_heldLocks.TryGetValue(name, out var waiting))
            {
                return waiting;
            }
        }

        return null;
    }

    // One job means Cake's own order. With more, the longest remaining path goes first (list scheduling by
    // upward rank: Kwok and Ahmad, ACM Computing Surveys 31(4), 1999), and Cake's order breaks ties.
    private void Rank()
    {
        var rank = new double[_tasks.Count];
        for (var i = _tasks.Count - 1; i >= 0; i--)
        {
            var longest = 0.0;
            foreach (var dependent in _dependents[i])
            {
                longest = Math.Max(longest, rank[dependent]);
            }

            rank[i] = longest + _tasks[i].Weight;
            _priority[i] = (_jobs == 1 ? 0 : -rank[i], i);
        }
    }
}
