namespace Slipway.Graph.Processes;

/// <summary>The processes that were started by one task, or by everything outside tasks.</summary>
internal sealed class ScopeProcesses
{
    private readonly Lock _gate = new();
    private readonly List<TaskProcess> _processes = [];

    public void Add(TaskProcess process)
    {
        lock (_gate)
            _processes.Add(process);
    }

    /// <summary>Ends every one with all that it started, side by side, and returns when none is left.</summary>
    public void StopAll() => ForEach(process => process.Stop());

    /// <summary>Kills every one with all that it started, without asking first.</summary>
    public void KillAll() => ForEach(process => process.Kill());

    /// <summary>Ends those that are still running although nobody waits for them any more.</summary>
    public void StopAbandoned() => ForEach(process =>
    {
        if (process.IsRunning)
            process.Stop();
    });

    /// <summary>Takes over the processes of a task that has ended which are still running.</summary>
    public void Adopt(ScopeProcesses ended)
    {
        TaskProcess[] processes;
        lock (ended._gate)
        {
            if (ended._processes.Count == 0)
                return;
            processes = [.. ended._processes];
            ended._processes.Clear();
        }

        foreach (var process in processes.Where(process => process.IsRunning))
            Add(process);
    }

    private void ForEach(Action<TaskProcess> act)
    {
        TaskProcess[] processes;
        lock (_gate)
            processes = [.. _processes];
        if (processes.Length <= 1)
        {
            Array.ForEach(processes, act);
            return;
        }

        var threads = Array.ConvertAll(processes, process => new Thread(() => act(process)) { IsBackground = true });
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
    }
}
