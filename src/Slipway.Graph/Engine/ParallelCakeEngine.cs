using Cake.Core;
using Slipway.Graph.Scheduling;

// The events have the names that ICakeEngine gives them.
#pragma warning disable CA1713

namespace Slipway.Graph.Engine;

/// <summary>A Cake engine that starts a task as soon as its dependencies are done.</summary>
internal sealed class ParallelCakeEngine : ICakeEngine
{
    private readonly List<CakeTask> _tasks = [];
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly CakeEngineActions _actions;
    private readonly LifecycleEvents _events;
    private readonly RunServices _services;

    public ParallelCakeEngine(ICakeDataService data, Func<CakeEngineActions, LifecycleEvents, RunServices> services)
    {
        _actions = new CakeEngineActions(data);
        _events = new LifecycleEvents(this);
        _services = services(_actions, _events);
    }

    public event EventHandler<BeforeSetupEventArgs>? BeforeSetup
    {
        add => _events.BeforeSetup += value;
        remove => _events.BeforeSetup -= value;
    }

    public event EventHandler<AfterSetupEventArgs>? AfterSetup
    {
        add => _events.AfterSetup += value;
        remove => _events.AfterSetup -= value;
    }

    public event EventHandler<BeforeTeardownEventArgs>? BeforeTeardown
    {
        add => _events.BeforeTeardown += value;
        remove => _events.BeforeTeardown -= value;
    }

    public event EventHandler<AfterTeardownEventArgs>? AfterTeardown
    {
        add => _events.AfterTeardown += value;
        remove => _events.AfterTeardown -= value;
    }

    public event EventHandler<BeforeTaskSetupEventArgs>? BeforeTaskSetup
    {
        add => _events.BeforeTaskSetup += value;
        remove => _events.BeforeTaskSetup -= value;
    }

    public event EventHandler<AfterTaskSetupEventArgs>? AfterTaskSetup
    {
        add => _events.AfterTaskSetup += value;
        remove => _events.AfterTaskSetup -= value;
    }

    public event EventHandler<BeforeTaskTeardownEventArgs>? BeforeTaskTeardown
    {
        add => _events.BeforeTaskTeardown += value;
        remove => _events.BeforeTaskTeardown -= value;
    }

    public event EventHandler<AfterTaskTeardownEventArgs>? AfterTaskTeardown
    {
        add => _events.AfterTaskTeardown += value;
        remove => _events.AfterTaskTeardown -= value;
    }

    public IReadOnlyList<ICakeTaskInfo> Tasks => _tasks;

    public CakeTaskBuilder RegisterTask(string name)
    {
        var task = new CakeTask(name);
        if (!_names.Add(name))
        {
            throw new CakeException($"Another task with the name '{name}' has already been added.");
        }

        _tasks.Add(task);
        return new CakeTaskBuilder(task);
    }

    public void RegisterSetupAction(Action<ISetupContext> action) => _actions.RegisterSetup(action);

    public void RegisterSetupAction<TData>(Func<ISetupContext, TData> action)
        where TData : class => _actions.RegisterSetup(action);

    public void RegisterTeardownAction(Action<ITeardownContext> action) => _actions.RegisterTeardown(action);

    public void RegisterTeardownAction<TData>(Action<ITeardownContext, TData> action)
        where TData : class => _actions.RegisterTeardown(action);

    public void RegisterTaskSetupAction(Action<ITaskSetupContext> action) => _actions.RegisterTaskSetup(action);

    public void RegisterTaskSetupAction<TData>(Action<ITaskSetupContext, TData> action)
        where TData : class => _actions.RegisterTaskSetup(action);

    public void RegisterTaskTeardownAction(Action<ITaskTeardownContext> action) => _actions.RegisterTaskTeardown(action);

    public void RegisterTaskTeardownAction<TData>(Action<ITaskTeardownContext, TData> action)
        where TData : class => _actions.RegisterTaskTeardown(action);

    // The caller's thread has nothing else to do than to wait, and setup and teardown belong on it, as in Cake: so the run is
    // synchronous, and only what went wrong comes as a task.
    public Task<CakeReport> RunTargetAsync(ICakeContext context, IExecutionStrategy strategy, ExecutionSettings settings)
    {
        try
        {
            ArgumentNullException.ThrowIfNull(strategy);
            var targets = settings.Targets.ToList();
            if (targets.Count == 0)
            {
                throw new ArgumentException("No target specified.", nameof(settings));
            }

            _actions.Validate();
            var graph = TaskGraph.Build(_tasks);
            var indexes = Find(graph, targets);
            using var run = new EngineRun(_services, context, strategy, graph, settings.Exclusive);
            return Task.FromResult(run.Execute(indexes));
        }
        catch (Exception error)
        {
            return Task.FromException<CakeReport>(error);
        }
    }

    private static List<int> Find(TaskGraph graph, List<string> targets)
    {
        var missing = targets.Where(t => graph.IndexOf(t) is null).ToList();
        return missing.Count switch
        {
            0 => [.. targets.Select(t => graph.IndexOf(t)!.Value)],
            1 => throw new CakeException($"The target '{missing[0]}' was not found."),
            _ => throw new CakeException($"The targets {string.Join(", ", missing.Select(t => $"'{t}'"))} were not found."),
        };
    }
}
