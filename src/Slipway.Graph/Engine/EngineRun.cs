using Cake.Core;
using Cake.Core.Diagnostics;
using Slipway.Graph.Output;
using Slipway.Graph.Records;
using Slipway.Graph.Scheduling;
using Slipway.Graph.Scopes;

namespace Slipway.Graph.Engine;

/// <summary>One run of an engine: setup, the targets in the user's order, teardown, and the record of it all.</summary>
internal sealed class EngineRun : IDisposable
{
    private readonly RunServices _services;
    private readonly TaskGraph _graph;
    private readonly TargetPlanner _planner;
    private readonly RunState _state = new();
    private readonly RunLedger _ledger;
    private readonly RunLifecycle _lifecycle;
    private readonly TaskExecution _execution;
    private readonly HashSet<int> _done = [];
    private readonly bool _concurrent;
    private readonly int _jobs;
    private TaskBatch? _batch;

    public EngineRun(RunServices services, ICakeContext context, IExecutionStrategy strategy, TaskGraph graph, bool exclusive)
    {
        _services = services;
        _graph = graph;
        _planner = new TargetPlanner(graph, services.Options, exclusive);
        _ledger = new RunLedger(services.Time);
        _lifecycle = new RunLifecycle(services, _state, _ledger, strategy, context);
        var hooks = new TaskHooks(context, strategy, services.Actions, services.Events, services.Log);
        _execution = new TaskExecution(services, _state, _ledger, hooks, strategy, context);
        _concurrent = strategy is DefaultExecutionStrategy or IConcurrentExecutionStrategy { RunsConcurrently: true };
        _jobs = _concurrent ? JobsArgument.Read(services.Options, context) : 1;
    }

    /// <summary>Runs the targets and returns Cake's report.</summary>
    /// <exception cref="CakeReportException">Something failed; its inner exception is what did, with its own exit code.</exception>
    public CakeReport Execute(IReadOnlyList<int> targets)
    {
        var orders = targets.Select(_planner.Order).ToList();
        using (new ConsoleSwitch(_services.Router, _services.Options.CaptureConsole))
        using (new InterruptWatch(_state, Tell, Abandon))
        {
            _services.Router.View.Begin(() => _batch?.Left ?? 0);
            try
            {
                Run(targets, orders);
            }
            finally
            {
                _services.Router.View.End();
            }
        }

        return Conclude();
    }

    public void Dispose() => _state.Dispose();

    private void Run(IReadOnlyList<int> targets, List<IReadOnlyList<int>> orders)
    {
        var all = orders.SelectMany(o => o).Distinct().ToList();
        Stage("setup", () => _lifecycle.SetUp(_graph.Tasks[targets[0]], all.Select(t => _graph.Tasks[t])), _state.Cancellation);
        for (var i = 0; i < targets.Count && _state.Failure is null; i++)
        {
            RunTarget(targets[i], orders[i]);
        }

        if (_state.Failure is { } failure)
        {
            NoteNotRun(all, failure);
        }

        Stage("teardown", _lifecycle.TearDown, CancellationToken.None);
        _services.Unscoped.StopAbandoned();
    }

    private void RunTarget(int target, IReadOnlyList<int> order)
    {
        // What an earlier target has run is not run again. One that was skipped is asked again when it is the target itself.
        bool IsDue(int task) => !_done.Contains(task) || (task == target && _ledger.WasSkipped(_graph.Tasks[task].Name));
        var todo = order.Where(IsDue).ToList();
        if (todo.Count == 0)
        {
            return;
        }

        var (scheduled, batched) = _planner.Plan(target, todo);
        _batch = new TaskBatch(new TaskSchedule(scheduled, _jobs), batched, _execution, _state, _services, grouped: _concurrent);
        foreach (var position in _batch.Run())
        {
            _done.Add(todo[position]);
        }
    }

    private void NoteNotRun(List<int> all, RunFailure failure)
    {
        // In Cake's order, so that what a task needs has been looked at before the task itself.
        var doomed = new HashSet<int>();
        foreach (var index in all)
        {
            var task = _graph.Tasks[index];
            if (task == failure.Task || _graph.DependenciesOf(index).Any(doomed.Contains))
            {
                doomed.Add(index);
            }

            if (_done.Contains(index))
            {
                continue;
            }

            var reason = failure.Task is null || doomed.Contains(index) ? failure.Reason : $"stopped because {failure.Reason}";
            var dependencies = _graph.DependenciesOf(index).Select(d => _graph.Tasks[d].Name).ToArray();
            _ledger.Add(new TaskRecord(task.Name, TaskOutcome.NotRun, reason, TimeSpan.Zero, TimeSpan.Zero, dependencies, task.Actions.Count == 0));
        }
    }

    // Setup and teardown belong to no task, but their processes and their token are looked after like a task's.
    private void Stage(string name, Action work, CancellationToken cancellation)
    {
        var scope = new TaskScope(name, block: null, cancellation);
        _services.Router.Scopes.Enter(scope);
        _state.Track(scope.Processes);
        try
        {
            work();
        }
        catch (Exception error)
        {
            // Like a task's failure: the run goes on to its teardown and ends with this.
            scope.Processes.StopAll();
            if (!_state.TryFail(new RunFailure($"the {name} failed", error)) && error is not OperationCanceledException)
            {
                _services.Log.Error("The {0} failed as well: {1}", name, error.Message);
            }
        }
        finally
        {
            _state.Forget(scope.Processes);
            _services.Unscoped.Adopt(scope.Processes);
            _services.Router.Scopes.Enter(null);
        }
    }

    private CakeReport Conclude()
    {
        _services.Recorder.Keep(_ledger.Report, _ledger.Close());
        return _state.Failure is { Root: var root }
            ? throw new CakeReportException(_ledger.Report, root.Message, root)
            : _ledger.Report;
    }

    private void Tell(string line) => _services.Router.View.Write(new OutputLine(LogLevel.Warning, line));

    private void Abandon()
    {
        _services.Router.View.End();
        _state.KillProcesses();
        _services.Unscoped.KillAll();
    }
}
