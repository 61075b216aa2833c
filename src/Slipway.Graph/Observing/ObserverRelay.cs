using Cake.Core.Diagnostics;
using Slipway.Graph.Reporting;
using Slipway.Graph.Tasks;

namespace Slipway.Graph.Observing;

/// <summary>Passes the events of a run on to all observers without ever waiting for one while tasks run.</summary>
internal sealed class ObserverRelay(IEnumerable<ITaskObserver> observers, TimeProvider time)
{
    // How long the end of a run waits for observers that are behind.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ObserverQueue[] _queues = [.. observers.Select(observer => new ObserverQueue(observer))];

    public void Started(string task, IReadOnlyList<string> dependencies)
    {
        if (_queues.Length == 0)
            return;
        var start = new TaskStart(task, time.GetUtcNow(), dependencies);
        Post(observer => observer.OnStarted(start));
    }

    public void Finished(TaskRecord task, Exception? error)
    {
        if (_queues.Length == 0)
            return;
        var end = new TaskEnd(task, time.GetUtcNow(), error);
        Post(observer => observer.OnFinished(end));
    }

    public void Line(string? task, LogLevel level, string text)
    {
        if (_queues.Length == 0)
            return;
        var line = new TaskLine(task, time.GetUtcNow(), level, text);
        Post(observer => observer.OnLine(line));
    }

    public void Progress(string task, TaskProgress progress)
    {
        if (_queues.Length > 0)
            Post(observer => observer.OnProgress(task, progress));
    }

    /// <summary>Says that the run has ended and waits a while for observers to catch up.</summary>
    /// <returns>What went wrong with observers, as lines for a person.</returns>
    public IReadOnlyList<string> RunFinished(RunRecord run)
    {
        Post(observer => observer.OnRunFinished(run));
        var until = time.GetTimestamp();
        var problems = new List<string>();
        foreach (var queue in _queues)
        {
            var left = Patience - time.GetElapsedTime(until);
            if (queue.Drain(left > TimeSpan.Zero ? left : TimeSpan.Zero) is { } problem)
                problems.Add(problem);
        }

        return problems;
    }

    private void Post(Action<ITaskObserver> call)
    {
        foreach (var queue in _queues)
            queue.Post(call);
    }
}
