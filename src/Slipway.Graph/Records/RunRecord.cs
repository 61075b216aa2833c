namespace Slipway.Graph.Records;

/// <summary>What became of a run: its tasks in the order in which they ended, then those that were not run.</summary>
/// <param name="Tasks">What became of each, in that order.</param>
/// <param name="Setup">How long the global setup took; null without one.</param>
/// <param name="Teardown">How long the global teardown took; null without one.</param>
/// <param name="Wall">The time from the start of the setup to the end of the teardown.</param>
public sealed record RunRecord(IReadOnlyList<TaskRecord> Tasks, TimeSpan? Setup, TimeSpan? Teardown, TimeSpan Wall)
{
    /// <summary>The time of all tasks, the setup and the teardown added up: what one after the other would have taken.</summary>
    public TimeSpan Work =>
        Tasks.Aggregate((Setup ?? TimeSpan.Zero) + (Teardown ?? TimeSpan.Zero), (s, t) => s + t.Duration);
}
