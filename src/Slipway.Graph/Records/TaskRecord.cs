namespace Slipway.Graph.Records;

/// <summary>What became of one task of a run.</summary>
/// <param name="Name">The name of the task.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Why it was skipped, failed, was cancelled or was not run; null for a task that ran.</param>
/// <param name="Start">When it started, counted from the start of the run; zero for a task that was not run.</param>
/// <param name="Duration">How long it took, from its setup to its teardown.</param>
/// <param name="Dependencies">The names of the tasks of this run that it had to wait for.</param>
/// <param name="IsDelegated">Whether the task does nothing itself and only names others.</param>
public sealed record TaskRecord(
    string Name,
    TaskOutcome Outcome,
    string? Reason,
    TimeSpan Start,
    TimeSpan Duration,
    IReadOnlyList<string> Dependencies,
    bool IsDelegated = false);
