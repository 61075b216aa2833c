using Cake.Core;
using Cake.Core.Diagnostics;
using Slipway.Graph.Output;
using Slipway.Graph.Records;

namespace Slipway.Graph.Reporting;

/// <summary>Prints the closing report. The headlines of steps are the view's business, which knows when a task's output is shown.</summary>
internal sealed class ParallelReportPrinter(RunView view, RunRecorder recorder, ITerminal terminal) : ICakeReportPrinter
{
    public void Write(CakeReport report)
    {
        if (view.Verbosity == Verbosity.Quiet)
        {
            return;
        }

        var record = recorder.Find(report) ?? FromCake(report);
        view.WriteRaw(new ReportText(new Ink(terminal.UsesColour), view.Verbosity >= Verbosity.Verbose).Render(record));
    }

    public void WriteStep(string name, Verbosity verbosity)
    {
    }

    public void WriteLifeCycleStep(string name, Verbosity verbosity)
    {
    }

    public void WriteSkippedStep(string name, Verbosity verbosity)
    {
    }

    // A report of another engine, which runs one task after the other and doesn't say when each began.
    private static RunRecord FromCake(CakeReport report)
    {
        var tasks = new List<TaskRecord>();
        var start = TimeSpan.Zero;
        foreach (var entry in report.Where(e => e.Category == CakeReportEntryCategory.Task))
        {
            var outcome = entry.ExecutionStatus switch
            {
                CakeTaskExecutionStatus.Skipped => TaskOutcome.Skipped,
                CakeTaskExecutionStatus.Failed => TaskOutcome.Failed,
                _ => TaskOutcome.Run,
            };
            string[] before = tasks.Count == 0 ? [] : [tasks[^1].Name];
            var delegated = entry.ExecutionStatus == CakeTaskExecutionStatus.Delegated;
            tasks.Add(new TaskRecord(entry.TaskName, outcome, entry.SkippedMessage, start, entry.Duration, before, delegated));
            start += entry.Duration;
        }

        return new RunRecord(tasks, Time(CakeReportEntryCategory.Setup), Time(CakeReportEntryCategory.Teardown), start);

        TimeSpan? Time(CakeReportEntryCategory category) => report.FirstOrDefault(e => e.Category == category)?.Duration;
    }
}
