namespace Slipway.Graph.Workers;

/// <summary>Brings what follows an <c>await</c> in a task back onto a worker, which may block without starving anyone.</summary>
internal sealed class WorkerContext(WorkerPool workers) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => workers.Queue(() => Enter(() => d(state)));

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs the work with this context in force and restores the former one.</summary>
    public void Enter(Action work)
    {
        var former = Current;
        SetSynchronizationContext(this);
        try
        {
            work();
        }
        finally
        {
            SetSynchronizationContext(former);
        }
    }
}
