namespace Slipway.EndToEnd.Hosts;

/// <summary>One line of a journal.</summary>
/// <param name="Kind">Such as StepStarted.</param>
/// <param name="Phase">The phase, or nothing.</param>
/// <param name="Text">The command or the line of output.</param>
/// <param name="Result">How it ended.</param>
internal sealed record JournalEntry(string Kind, string Phase, string Text, string Result);
