namespace Slipway.Observability.Journal;

/// <summary>What is said on behalf of a run, a phase or a step. Every call is safe from any thread, never throws and never waits.</summary>
public abstract class JournalScope
{
    private readonly RunJournal _journal;
    private readonly JournalEvent _origin;
    private readonly long _began;

    private protected JournalScope(RunJournal journal, JournalEvent origin) =>
        (_journal, _origin, _began) = (journal, origin, journal.Time.GetTimestamp());

    /// <summary>Its number in the run: 0 for the run itself, then from 1 up.</summary>
    public int Id => _origin.Id;

    /// <summary>The name of the run, unique.</summary>
    public string Run => _origin.Run;

    /// <summary>Writes a line of output, which people see when they ask for details.</summary>
    /// <param name="line">The line; secrets in it are masked.</param>
    public void Output(string line) => Write(JournalEventKind.Output, line);

    /// <summary>Writes a line that people always see.</summary>
    /// <param name="line">The line; secrets in it are masked.</param>
    public void Note(string line) => Write(JournalEventKind.Note, line);

    /// <summary>Says how far it is.</summary>
    /// <param name="text">A few words; secrets in them are masked.</param>
    public void Progress(string text) => Write(JournalEventKind.Progress, text);

    private protected void Write(JournalEventKind kind, string? text = null, string? result = null) =>
        _journal.Write(_origin with { Kind = kind, Text = text, Result = result });

    private protected void WriteEnd(JournalEventKind kind, string? text, string result) =>
        _journal.Write(_origin with { Kind = kind, Text = text, Result = result, Duration = _journal.Time.GetElapsedTime(_began) });

    /// <summary>What the events of a part of this begin with.</summary>
    private protected JournalEvent Part(int id) => _origin with { Id = id, Parent = _origin.Id };
}
