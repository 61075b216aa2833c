using Slipway.Graph.Scheduling;
using Slipway.Graph.Scopes;
using Slipway.Graph.Workers;

namespace Slipway.Graph.Engine;

/// <summary>The tasks that one target needs, started as soon as their dependencies, their locks and the limit on jobs allow.</summary>
internal sealed class TaskBatch(
    TaskSchedule schedule,
    IReadOnlyList<BatchedTask> tasks,
    TaskExecution execution,
    RunState state,
    RunServices services,
    bool grouped)
{
    private readonly Lock _gate = new();
    private readonly WorkerContext _workers = new(services.Workers);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<int, TaskScope> _running = [];
    private readonly bool[] _started = new bool[tasks.Count];

    /// <summary>How many tasks have not started yet.</summary>
    public int Left
    {
        get
        {
            lock (_gate)
            {
                return schedule.Left;
            }
        }
    }

    /// <summary>Runs the tasks and returns once none is running any more.</summary>
    /// <returns>The positions of the tasks that were started: all of them unless the run was stopped.</returns>
    public IReadOnlyList<int> Run()
    {
        if (Advance() is { } first)
        {
            Start(first);
        }

        _ended.Task.Wait(CancellationToken.None);
        return [.. Enumerable.Range(0, tasks.Count).Where(i => _started[i])];
    }

    // Starts what can start, on other workers but for the last one, which is the caller's own to run.
    private int? Advance(int? ended = null)
    {
        var ready = new List<int>();
        TaskScope? alone = null;
        lock (_gate)
        {
            if (ended is { } done)
            {
                schedule.Complete(done);
                _running.Remove(done);
            }

            while (state.Failure is null && schedule.TryStart() is { } next)
            {
                ready.Add(next);
                _started[next] = true;
                _running[next] = new TaskScope(tasks[next].Task.Name, grouped ? new TaskBlock() : null, state.Cancellation);
            }

            if (schedule.Running == 0)
            {
                _ended.TrySetResult();
            }

            // Nothing else could start although one job is free or there is but one: nobody writes until this one ends.
            else if (schedule.Running == 1)
            {
                alone = _running.Values.Single();
            }
        }

        if (alone is not null)
        {
            services.Router.View.Stream(alone);
        }

        for (var i = 0; i < ready.Count - 1; i++)
        {
            Start(ready[i]);
        }

        return ready.Count == 0 ? null : ready[^1];
    }

    private void Start(int task) => services.Workers.Queue(() => _workers.Enter(() => Follow(task)));

    // One task after the other on this worker, as long as they end before they return.
    private void Follow(int first)
    {
        for (int? next = first; next is { } task;)
        {
            var batched = tasks[task];
            var running = execution.RunAsync(batched.Task, batched.IsTarget, batched.Dependencies, ScopeOf(task));
            if (!running.IsCompleted)
            {
                // It waits for something: the worker is free for others, and whatever comes next starts on one.
                running.GetAwaiter().OnCompleted(() => ContinueAfter(task, running));
                return;
            }

            Check(running);
            next = Advance(task);
        }
    }

    // An execution never throws. Should it do so all the same, the run must end with that and not wait for ever.
    private void Check(Task running)
    {
        if (running.Exception is { } fault)
        {
            state.TryFail(new RunFailure("the engine failed", fault.GetBaseException()));
        }
    }

    private TaskScope ScopeOf(int task)
    {
        lock (_gate)
        {
            return _running[task];
        }
    }

    private void ContinueAfter(int task, Task running)
    {
        Check(running);
        if (Advance(task) is { } next)
        {
            Start(next);
        }
    }
}
