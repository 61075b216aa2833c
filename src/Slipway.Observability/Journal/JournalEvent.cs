namespace Slipway.Observability.Journal;

/// <summary>One entry of the journal: immutable, already free of secrets.</summary>
/// <param name="At">When it happened, in UTC.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Phase">The phase it belongs to, or null for the run as a whole.</param>
/// <param name="Text">The command, the line of output or the reason; null where there is nothing to say.</param>
/// <param name="Result"><c>success</c>, <c>failure</c>, <c>skip</c> or <c>cancellation</c> on the finishing kinds, else null.</param>
/// <param name="Duration">How long the finished thing took; null on other kinds.</param>
public sealed record JournalEvent(
    DateTimeOffset At,
    JournalEventKind Kind,
    string? Phase = null,
    string? Text = null,
    string? Result = null,
    TimeSpan? Duration = null);
