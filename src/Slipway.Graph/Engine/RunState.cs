using Slipway.Graph.Scopes;

namespace Slipway.Graph.Engine;

/// <summary>Whether a run goes on, and what stopped it if not.</summary>
internal sealed class RunState : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _source = new();
    private readonly HashSet<ScopeProcesses> _scopes = [];
    private RunFailure? _failure;

    /// <summary>Cancelled as soon as something failed or the run was interrupted.</summary>
    public CancellationToken Cancellation => _source.Token;

    public RunFailure? Failure => Volatile.Read(ref _failure);

    /// <summary>Stops the run unless something stopped it before. Returns whether this was the first failure.</summary>
    public bool TryFail(RunFailure failure)
    {
        if (Interlocked.CompareExchange(ref _failure, failure, null) is not null)
        {
            return false;
        }

        _source.Cancel();
        return true;
    }

    public void Track(ScopeProcesses processes)
    {
        lock (_gate)
        {
            _scopes.Add(processes);
        }
    }

    public void Forget(ScopeProcesses processes)
    {
        lock (_gate)
        {
            _scopes.Remove(processes);
        }
    }

    /// <summary>Kills every process of every running task at once.</summary>
    public void KillProcesses()
    {
        ScopeProcesses[] scopes;
        lock (_gate)
        {
            scopes = [.. _scopes];
        }

        foreach (var scope in scopes)
        {
            scope.KillAll();
        }
    }

    public void Dispose() => _source.Dispose();
}
