namespace Slipway.Observability.Journal;

/// <summary>A step in the journal.</summary>
public sealed class JournaledStep : JournalScope
{
    private readonly string _command;

    internal JournaledStep(RunJournal journal, JournalEvent origin, string command)
        : base(journal, origin)
    {
        _command = command;
        Write(JournalEventKind.StepStarted, command);
    }

    /// <summary>Writes that the step is tried again.</summary>
    /// <param name="problem">What went wrong; null when nobody knows.</param>
    public void Retry(string? problem) => Write(JournalEventKind.StepRetried, _command, problem);

    /// <summary>Finishes the step.</summary>
    /// <param name="result">One of <see cref="RunResult"/>.</param>
    public void Finish(string result) => WriteEnd(JournalEventKind.StepFinished, _command, result);
}
