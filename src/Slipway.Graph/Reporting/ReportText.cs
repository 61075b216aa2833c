using System.Globalization;
using System.Text;
using Slipway.Graph.Output;
using Slipway.Graph.Records;

namespace Slipway.Graph.Reporting;

/// <summary>The closing report of a run as text.</summary>
internal sealed class ReportText(Ink ink, bool all)
{
    private static readonly string[] Headings = ["Task", "Start", "Time", "Slack", "Status"];

    public string Render(RunRecord run)
    {
        var path = new CriticalPath(run.Tasks);
        var onPath = new HashSet<string>(path.Tasks, StringComparer.OrdinalIgnoreCase);
        var rows = new List<(string[] Cells, TaskOutcome Outcome)>();
        if (run.Setup is { } setup)
        {
            rows.Add(([" Setup", Durations.Text(TimeSpan.Zero), Durations.Text(setup), string.Empty, "run"], TaskOutcome.Run));
        }

        foreach (var task in run.Tasks.OrderBy(t => t.Outcome == TaskOutcome.NotRun).ThenBy(t => t.Start).Where(t => all || IsWorthARow(t)))
        {
            rows.Add((Cells(task, path, onPath.Contains(task.Name)), task.Outcome));
        }

        if (run.Teardown is { } teardown)
        {
            rows.Add(([" Teardown", Durations.Text(run.Wall - teardown), Durations.Text(teardown), string.Empty, "run"], TaskOutcome.Run));
        }

        var text = new StringBuilder("\n");
        if (!all && run.Tasks.Count(t => t.Outcome != TaskOutcome.NotRun) <= 1 && run.Tasks.Any(t => t.Outcome == TaskOutcome.NotRun))
        {
            // What ended with its first task is told by that task's own line.
            return Others(run) + text;
        }

        var widths = Enumerable.Range(0, Headings.Length - 1).Select(c => rows.Select(r => r.Cells[c].Length).Append(Headings[c].Length + 1).Max()).ToArray();
        text.Append(ink.Bold(Line([" " + Headings[0], .. Headings[1..]], widths))).Append('\n');
        foreach (var (cells, outcome) in rows)
        {
            text.Append(ink.Outcome(outcome, Line(cells, widths))).Append('\n');
        }

        return text.Append(all ? string.Empty : Others(run)).Append('\n').Append(Sum(run, path)).ToString();
    }

    // What did nothing, and has nothing of its own to say, is one line for all.
    private static bool IsWorthARow(TaskRecord task) => task.Outcome switch
    {
        TaskOutcome.Run => !task.IsDelegated,
        TaskOutcome.NotRun => false,
        TaskOutcome.Skipped => !string.IsNullOrEmpty(task.Reason),
        _ => true,
    };

    private string Others(RunRecord run)
    {
        var lines = new List<string>();
        var skipped = run.Tasks.Where(t => t.Outcome == TaskOutcome.Skipped && string.IsNullOrEmpty(t.Reason)).Select(t => t.Name).ToList();
        if (skipped.Count > 0)
        {
            lines.Add($" skipped: {string.Join(", ", skipped)}");
        }

        foreach (var tasks in run.Tasks.Where(t => t.Outcome == TaskOutcome.NotRun && !t.IsDelegated).GroupBy(t => t.Reason))
        {
            lines.Add($" not run ({FirstLine(tasks.Key ?? "the run ended")}): {string.Join(", ", tasks.Select(t => t.Name))}");
        }

        return string.Concat(lines.Select(l => ink.Faint(l) + "\n"));
    }

    private static string[] Cells(TaskRecord task, CriticalPath path, bool critical)
    {
        var name = (critical ? "*" : " ") + task.Name;
        if (task.Outcome == TaskOutcome.NotRun)
        {
            return [name, string.Empty, string.Empty, string.Empty, Status(task)];
        }

        var slack = critical || path.SlackOf(task.Name) is not { } spare ? string.Empty : Durations.Text(spare);
        return [name, Durations.Text(task.Start), Durations.Text(task.Duration), slack, Status(task)];
    }

    private static string Status(TaskRecord task)
    {
        var status = task.Outcome switch
        {
            TaskOutcome.Run => "run",
            TaskOutcome.Skipped => "skipped",
            TaskOutcome.Failed => "failed",
            TaskOutcome.Continued => "failed, continued",
            TaskOutcome.Cancelled => "cancelled",
            _ => "not run",
        };

        // Why the run failed is told once, at its end.
        return task.Outcome == TaskOutcome.Failed || string.IsNullOrEmpty(task.Reason) ? status : $"{status}: {FirstLine(task.Reason)}";
    }

    private static string FirstLine(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        return end < 0 ? text : text[..end];
    }

    private static string Line(string[] cells, int[] widths)
    {
        var line = new StringBuilder(cells[0].PadRight(widths[0]));
        for (var i = 1; i < widths.Length; i++)
        {
            line.Append("  ").Append(cells[i].PadLeft(widths[i]));
        }

        return line.Append("  ").Append(cells[^1]).ToString();
    }

    private static string Sum(RunRecord run, CriticalPath path)
    {
        var side = run.Wall > TimeSpan.Zero ? run.Work / run.Wall : 1;
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"Wall time {Durations.Text(run.Wall)}, work {Durations.Text(run.Work)} ({side:0.0} at a time on average).\n");
        return path.Tasks.Count == 0
            ? text
            : $"{text}Critical path (*) {Durations.Text(path.Duration)}: {string.Join(" > ", path.Tasks)}\n";
    }
}
