namespace Slipway.Observability.Journal;

/// <summary>One entry of the journal: immutable, already free of secrets.</summary>
/// <param name="At">When it happened, in UTC.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Phase">The phase it belongs to, or null for the run as a whole.</param>
/// <param name="Text">The command, the line of output or the reason; null where there is nothing to say.</param>
/// <param name="Result">One of <see cref="RunResult"/> on the finishing kinds, what went wrong on a retry, else null.</param>
/// <param name="Duration">How long the finished thing took; null on other kinds.</param>
public sealed record JournalEvent(
    DateTimeOffset At,
    JournalEventKind Kind,
    string? Phase = null,
    string? Text = null,
    string? Result = null,
    TimeSpan? Duration = null)
{
    /// <summary>The run: 13 characters, unique, in the order of the starts of runs.</summary>
    public string Run { get; init; } = string.Empty;

    /// <summary>The run (0), phase or step that it belongs to: unique in the run, from 1 up in the order of their starts.</summary>
    public int Id { get; init; }

    /// <summary>What that is part of: the run (0) of a phase, the phase of a step; null for the run itself.</summary>
    public int? Parent { get; init; }

    /// <summary>What the run does, one of <see cref="RunAction"/>.</summary>
    public string? Action { get; init; }

    /// <summary>The release that the run leads to; for a rollback the one that it returns to.</summary>
    public string? Release { get; init; }

    /// <summary>The service that the step is for; null when it is for none or several.</summary>
    public string? Service { get; init; }

    /// <summary>The slot that the step is for, such as <c>blue</c>; null when it is for none.</summary>
    public string? Slot { get; init; }
}
