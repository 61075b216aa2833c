using Cake.Core;
using Slipway.Graph.Records;

namespace Slipway.Graph.Engine;

/// <summary>Writes down what becomes of each task, for Cake's report and for ours. Thread-safe, which Cake's report is not.</summary>
internal sealed class RunLedger(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<TaskRecord> _tasks = [];
    private readonly long _began = time.GetTimestamp();
    private TimeSpan? _setup;
    private TimeSpan? _teardown;

    public CakeReport Report { get; } = [];

    /// <summary>The time since the start of the run.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_began);

    public void AddSetup(TimeSpan duration)
    {
        _setup = duration;
        Report.Add("Setup", CakeReportEntryCategory.Setup, duration);
    }

    public void AddTeardown(TimeSpan duration)
    {
        _teardown = duration;
        Report.Add("Teardown", CakeReportEntryCategory.Teardown, duration);
    }

    public void Add(TaskRecord task)
    {
        lock (_gate)
        {
            _tasks.Add(task);
            switch (task.Outcome)
            {
                case TaskOutcome.Run when task.IsDelegated:
                    Report.AddDelegated(task.Name, task.Duration);
                    break;
                case TaskOutcome.Run:
                    Report.Add(task.Name, CakeReportEntryCategory.Task, task.Duration);
                    break;
                case TaskOutcome.Skipped:
                    Report.AddSkipped(task.Name, task.Reason ?? string.Empty);
                    break;
                case TaskOutcome.NotRun:
                    Report.AddSkipped(task.Name, $"not run: {task.Reason}");
                    break;
                default:
                    Report.AddFailed(task.Name, task.Duration);
                    break;
            }
        }
    }

    public bool WasSkipped(string task)
    {
        lock (_gate)
        {
            return _tasks.Exists(r => r.Name == task && r.Outcome == TaskOutcome.Skipped);
        }
    }

    public RunRecord Close()
    {
        lock (_gate)
        {
            return new RunRecord([.. _tasks], _setup, _teardown, Elapsed);
        }
    }
}
