namespace Slipway.Observability.Journal;

/// <summary>A place where the journal's events go. A journal calls <see cref="Write"/> for one event after the other, except as said below.</summary>
public interface IJournalSink : IDisposable
{
    /// <summary>What people call it, such as <c>history</c>: for the line that says that it can't be written.</summary>
    string Name { get; }

    /// <summary>
    /// Whether it gets each event at once, on the thread of who writes it, and so from several threads at a time. Only for what a
    /// person watches: a line must be there before its phase is said to have ended and before the process does, and Cake's log knows
    /// the task of a line by the caller. Such a sink must be quick; all others get the events a little later from a thread of the journal.
    /// </summary>
    bool IsImmediate => false;

    /// <summary>Takes one event. May throw: the sink is then left out for the rest of the run, the others are told, and nothing reaches the run.</summary>
    /// <param name="entry">The event.</param>
    void Write(JournalEvent entry);
}
