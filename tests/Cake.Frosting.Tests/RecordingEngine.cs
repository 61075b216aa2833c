using System.Diagnostics.CodeAnalysis;
using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Frosting.Tests;

/// <summary>An engine of somebody else's: passes everything on to Cake's and keeps what it was given.</summary>
[SuppressMessage("Naming", "CA1713:Events should not have 'Before' or 'After' prefix", Justification = "The names are Cake's.")]
internal sealed class RecordingEngine(ICakeDataService data, ICakeLog log) : ICakeEngine
{
    private readonly CakeEngine _inner = new(data, log);

    public List<string> Given { get; } = [];

    public ICakeContext? Context { get; private set; }

    public IReadOnlyList<ICakeTaskInfo> Tasks => _inner.Tasks;

    public event EventHandler<BeforeSetupEventArgs> BeforeSetup { add => _inner.BeforeSetup += value; remove => _inner.BeforeSetup -= value; }

    public event EventHandler<AfterSetupEventArgs> AfterSetup { add => _inner.AfterSetup += value; remove => _inner.AfterSetup -= value; }

    public event EventHandler<BeforeTeardownEventArgs> BeforeTeardown { add => _inner.BeforeTeardown += value; remove => _inner.BeforeTeardown -= value; }

    public event EventHandler<AfterTeardownEventArgs> AfterTeardown { add => _inner.AfterTeardown += value; remove => _inner.AfterTeardown -= value; }

    public event EventHandler<BeforeTaskSetupEventArgs> BeforeTaskSetup { add => _inner.BeforeTaskSetup += value; remove => _inner.BeforeTaskSetup -= value; }

    public event EventHandler<AfterTaskSetupEventArgs> AfterTaskSetup { add => _inner.AfterTaskSetup += value; remove => _inner.AfterTaskSetup -= value; }

    public event EventHandler<BeforeTaskTeardownEventArgs> BeforeTaskTeardown { add => _inner.BeforeTaskTeardown += value; remove => _inner.BeforeTaskTeardown -= value; }

    public event EventHandler<AfterTaskTeardownEventArgs> AfterTaskTeardown { add => _inner.AfterTaskTeardown += value; remove => _inner.AfterTaskTeardown -= value; }

    public CakeTaskBuilder RegisterTask(string name)
    {
        Given.Add($"task {name}");
        return _inner.RegisterTask(name);
    }

    public void RegisterSetupAction(Action<ISetupContext> action)
    {
        Given.Add("setup");
        _inner.RegisterSetupAction(action);
    }

    public void RegisterSetupAction<TData>(Func<ISetupContext, TData> action)
        where TData : class => _inner.RegisterSetupAction(action);

    public void RegisterTeardownAction(Action<ITeardownContext> action)
    {
        Given.Add("teardown");
        _inner.RegisterTeardownAction(action);
    }

    public void RegisterTeardownAction<TData>(Action<ITeardownContext, TData> action)
        where TData : class => _inner.RegisterTeardownAction(action);

    public void RegisterTaskSetupAction(Action<ITaskSetupContext> action)
    {
        Given.Add("task setup");
        _inner.RegisterTaskSetupAction(action);
    }

    public void RegisterTaskSetupAction<TData>(Action<ITaskSetupContext, TData> action)
        where TData : class => _inner.RegisterTaskSetupAction(action);

    public void RegisterTaskTeardownAction(Action<ITaskTeardownContext> action)
    {
        Given.Add("task teardown");
        _inner.RegisterTaskTeardownAction(action);
    }

    public void RegisterTaskTeardownAction<TData>(Action<ITaskTeardownContext, TData> action)
        where TData : class => _inner.RegisterTaskTeardownAction(action);

    public Task<CakeReport> RunTargetAsync(ICakeContext context, IExecutionStrategy strategy, ExecutionSettings settings)
    {
        Context = context;
        Given.Add($"run {string.Join(", ", settings.Targets)}{(settings.Exclusive ? " exclusively" : string.Empty)} by {strategy.GetType().Name}");
        return _inner.RunTargetAsync(context, strategy, settings);
    }
}
