using Slipway.Graph.Reporting;
using Slipway.Graph.Tasks;

namespace Slipway.Graph.Observing;

/// <summary>
/// Watches a run. Every observer is called on a thread of its own, one call at a time and in the order of events, so that it can
/// neither slow nor fail the run; an observer that throws gets no further events of that run. Register any number as services.
/// </summary>
public interface ITaskObserver
{
    /// <summary>A task has started.</summary>
    void OnStarted(TaskStart start);

    /// <summary>A task has ended, or it is certain that it will not run.</summary>
    void OnFinished(TaskEnd end);

    /// <summary>A line was written.</summary>
    void OnLine(TaskLine line)
    {
    }

    /// <summary>A task has said how far it is.</summary>
    void OnProgress(string task, TaskProgress progress)
    {
    }

    /// <summary>The run has ended; only lines that the host writes after it may follow.</summary>
    void OnRunFinished(RunRecord run)
    {
    }
}
