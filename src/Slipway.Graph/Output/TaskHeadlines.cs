using Slipway.Graph.Records;

namespace Slipway.Graph.Output;

/// <summary>The lines that frame a task's output.</summary>
internal sealed class TaskHeadlines(Ink ink)
{
    public string Start(string task) => ink.Bold($"=== {task}") + "\n";

    public string End(TaskRecord task) => ink.Outcome(task.Outcome, $"=== {task.Name}: {Fate(task)}") + "\n";

    private static string Fate(TaskRecord task)
    {
        var time = Durations.Text(task.Duration);
        return task.Outcome switch
        {
            TaskOutcome.Run => time,
            TaskOutcome.Skipped when string.IsNullOrEmpty(task.Reason) => "skipped",
            TaskOutcome.Skipped => $"skipped: {task.Reason}",
            TaskOutcome.Failed => $"failed after {time}",
            TaskOutcome.Continued => $"failed after {time}, continuing: {task.Reason}",
            TaskOutcome.Cancelled => $"cancelled after {time}: {task.Reason}",
            _ => $"not run: {task.Reason}",
        };
    }
}
