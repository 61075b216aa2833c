namespace Slipway.Graph.Observing;

/// <summary>A task has started.</summary>
/// <param name="Task">The name of the task.</param>
/// <param name="At">When.</param>
/// <param name="Dependencies">The names of the tasks of this run that it had to wait for.</param>
public sealed record TaskStart(string Task, DateTimeOffset At, IReadOnlyList<string> Dependencies);
