namespace Slipway.Graph.Scopes;

/// <summary>The processes that were started by one task, or by everything outside tasks.</summary>
internal sealed class ScopeProcesses
{
    private readonly Lock _gate = new();
    private readonly List<IScopeProcess> _processes = [];

    public void Add(IScopeProcess process)
    {
        lock (_gate)
        {
            _processes.Add(process);
        }
    }

    /// <summary>Ends every one with all that it started, side by side, and returns when none is left.</summary>
    public void StopAll() => ForEach(p => p.Stop());

    /// <summary>Kills every one with all that it started, without asking first.</summary>
    public void KillAll() => ForEach(p => p.Kill());

    /// <summary>Ends those that are still running although nobody waits for them any more.</summary>
    public void StopAbandoned() => ForEach(process =>
    {
        if (process.IsRunning)
        {
            process.Stop();
        }
    });

    /// <summary>Takes over the processes of a task that has ended which are still running.</summary>
    public void Adopt(ScopeProcesses ended)
    {
        IScopeProcess[] processes;
        lock (ended._gate)
        {
            if (ended._processes.Count == 0)
            {
                return;
            }

            processes = [.. ended._processes];
            ended._processes.Clear();
        }

        foreach (var process in processes.Where(p => p.IsRunning))
        {
            Add(process);
        }
    }

    private void ForEach(Action<IScopeProcess> act)
    {
        IScopeProcess[] processes;
        lock (_gate)
        {
            processes = [.. _processes];
        }

        if (processes.Length <= 1)
        {
            Array.ForEach(processes, act);
            return;
        }

        var threads = Array.ConvertAll(processes, p => new Thread(() => act(p)) { IsBackground = true });
        foreach (var thread in threads)
        {
            thread.Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }
    }
}
