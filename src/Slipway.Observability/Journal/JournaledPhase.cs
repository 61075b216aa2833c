namespace Slipway.Observability.Journal;

/// <summary>A phase in the journal. Steps may run side by side.</summary>
public sealed class JournaledPhase : JournalScope
{
    private readonly RunJournal _journal;
    private readonly JournaledRun _run;

    internal JournaledPhase(RunJournal journal, JournaledRun run, JournalEvent origin, string? reason)
        : base(journal, origin)
    {
        (_journal, _run) = (journal, run);
        Write(JournalEventKind.PhaseStarted, reason);
    }

    /// <summary>Starts a step.</summary>
    /// <param name="command">Its command as the plan shows it.</param>
    /// <param name="service">The service that it is for; null when it is for none or several.</param>
    /// <param name="slot">The slot that it is for, such as <c>blue</c>; null when it is for none.</param>
    /// <returns>The step, to be finished by the caller.</returns>
    public JournaledStep Step(string command, string? service = null, string? slot = null) =>
        new(_journal, Part(_run.NextId()) with { Service = service, Slot = slot }, command);

    /// <summary>Finishes the phase.</summary>
    /// <param name="result">One of <see cref="RunResult"/>; it counts for the run.</param>
    /// <param name="reason">What went wrong; null when nothing did.</param>
    public void Finish(string result, string? reason = null)
    {
        _run.Count(result);
        WriteEnd(JournalEventKind.PhaseFinished, reason, result);
    }
}
