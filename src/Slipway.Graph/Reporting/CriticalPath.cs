using Slipway.Graph.Records;

namespace Slipway.Graph.Reporting;

/// <summary>
/// The chain of dependencies that took longest, and by how much each task could have been slower without making the run slower
/// (critical path method: Kelley and Walker, "Critical-Path Planning and Scheduling", 1959).
/// </summary>
public sealed class CriticalPath
{
    private readonly Dictionary<string, TimeSpan> _slack = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Computes the path from the measured durations of the tasks that started.</summary>
    /// <param name="tasks">The tasks; those that were not run are left out.</param>
    public CriticalPath(IEnumerable<TaskRecord> tasks)
    {
        var known = new Dictionary<string, TaskRecord>(StringComparer.OrdinalIgnoreCase);
        foreach (var task in tasks.Where(t => t.Outcome != TaskOutcome.NotRun).OrderBy(t => t.Start))
        {
            known[task.Name] = task;
        }

        var finish = new Dictionary<string, TimeSpan>(StringComparer.OrdinalIgnoreCase);
        var before = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var order = InOrder(known);
        foreach (var task in order)
        {
            var last = task.Dependencies.Where(finish.ContainsKey).OrderByDescending(n => finish[n]).FirstOrDefault();
            before[task.Name] = last;
            finish[task.Name] = (last is null ? TimeSpan.Zero : finish[last]) + task.Duration;
            if (finish[task.Name] > Duration)
            {
                Duration = finish[task.Name];
            }
        }

        var latest = order.ToDictionary(t => t.Name, _ => Duration, StringComparer.OrdinalIgnoreCase);
        foreach (var task in order.AsEnumerable().Reverse())
        {
            _slack[task.Name] = latest[task.Name] - finish[task.Name];
            foreach (var dependency in task.Dependencies.Where(latest.ContainsKey))
            {
                if (latest[task.Name] - task.Duration < latest[dependency])
                {
                    latest[dependency] = latest[task.Name] - task.Duration;
                }
            }
        }

        var path = new List<string>();
        var end = order.LastOrDefault(t => finish[t.Name] == Duration)?.Name;
        for (var name = end; name is not null; name = before[name])
        {
            if (!known[name].IsDelegated)
            {
                path.Add(known[name].Name);
            }
        }

        path.Reverse();
        Tasks = path;
    }

    /// <summary>The names of the tasks on the path, first to last, without those that do nothing themselves.</summary>
    public IReadOnlyList<string> Tasks { get; }

    /// <summary>The time of the tasks on the path added up.</summary>
    public TimeSpan Duration { get; }

    /// <summary>By how much the task could have taken longer without making the run longer; null for one that was not run.</summary>
    public TimeSpan? SlackOf(string task) => _slack.TryGetValue(task, out var slack) ? slack : null;

    // Start times alone don't say who came first: with a coarse clock a task and its dependency may share one.
    private static List<TaskRecord> InOrder(Dictionary<string, TaskRecord> tasks)
    {
        var order = new List<TaskRecord>(tasks.Count);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var path = new Stack<(TaskRecord Task, bool Leaving)>();
        foreach (var root in tasks.Values)
        {
            path.Push((root, false));
            while (path.TryPop(out var step))
            {
                if (step.Leaving)
                {
                    order.Add(step.Task);
                }
                else if (seen.Add(step.Task.Name))
                {
                    path.Push((step.Task, true));
                    foreach (var dependency in step.Task.Dependencies)
                    {
                        if (tasks.TryGetValue(dependency, out var other) && !seen.Contains(dependency))
                        {
                            path.Push((other, false));
                        }
                    }
                }
            }
        }

        return order;
    }
}
