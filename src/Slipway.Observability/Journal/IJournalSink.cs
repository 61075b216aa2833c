namespace Slipway.Observability.Journal;

/// <summary>Receives every event of a run, in order, on a thread of the journal's own.</summary>
public interface IJournalSink : IDisposable
{
    /// <summary>Takes one event. An exception makes the journal drop this sink for the rest of the run; it never reaches the deployment.</summary>
    /// <param name="entry">The event.</param>
    void Write(JournalEvent entry);
}
