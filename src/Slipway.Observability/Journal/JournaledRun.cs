namespace Slipway.Observability.Journal;

/// <summary>A run in the journal. Phases may run side by side.</summary>
public sealed class JournaledRun : JournalScope
{
    private readonly RunJournal _journal;
    private int _parts;
    private int _failures;
    private int _cancellations;

    internal JournaledRun(RunJournal journal, string action, string release)
        : base(journal, new JournalEvent(default, JournalEventKind.RunStarted) { Run = RunId.Of(journal.Time.GetUtcNow()), Action = action, Release = release })
    {
        _journal = journal;
        Write(JournalEventKind.RunStarted);
    }

    /// <summary>Starts a phase.</summary>
    /// <param name="name">The phase's name.</param>
    /// <param name="reason">Why it runs; null when there is nothing to say.</param>
    /// <returns>The phase, to be finished by the caller.</returns>
    public JournaledPhase Phase(string name, string? reason) => new(_journal, this, Part(NextId()) with { Phase = name }, reason);

    /// <summary>Writes that a phase has nothing to do.</summary>
    /// <param name="phase">The phase's name.</param>
    /// <param name="reason">Why there is nothing.</param>
    public void Skip(string phase, string reason) =>
        _journal.Write(Part(NextId()) with { Kind = JournalEventKind.PhaseSkipped, Phase = phase, Text = reason });

    /// <summary>Finishes the run: a failure if a phase failed, else a cancellation if one was cancelled, else a success.</summary>
    public void Finish() => WriteEnd(
        JournalEventKind.RunFinished,
        null,
        Volatile.Read(ref _failures) > 0 ? RunResult.Failure : Volatile.Read(ref _cancellations) > 0 ? RunResult.Cancellation : RunResult.Success);

    internal int NextId() => Interlocked.Increment(ref _parts);

    internal void Count(string result)
    {
        if (result == RunResult.Failure)
        {
            Interlocked.Increment(ref _failures);
        }
        else if (result == RunResult.Cancellation)
        {
            Interlocked.Increment(ref _cancellations);
        }
    }
}
