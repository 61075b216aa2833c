namespace Slipway.Graph.Scheduling;

/// <summary>What the schedule has to know of a task.</summary>
/// <param name="Dependencies">Positions of the tasks that must have ended before this one starts.</param>
/// <param name="Locks">Names of what no two tasks may use at the same time.</param>
/// <param name="Weight">How long it is expected to take, in any unit that is the same for all tasks; 1 when nothing is known.</param>
internal sealed record ScheduledTask(IReadOnlyList<int> Dependencies, IReadOnlyList<string> Locks, double Weight = 1);
