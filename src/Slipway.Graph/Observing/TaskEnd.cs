using Slipway.Graph.Reporting;

namespace Slipway.Graph.Observing;

/// <summary>A task has ended, or it is certain that it will not run.</summary>
/// <param name="Task">What became of the task.</param>
/// <param name="At">When.</param>
/// <param name="Error">What it failed with; null unless it failed or was cancelled.</param>
public sealed record TaskEnd(TaskRecord Task, DateTimeOffset At, Exception? Error);
