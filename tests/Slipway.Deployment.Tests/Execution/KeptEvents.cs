using System.Collections.Concurrent;
using Slipway.Observability.Journal;

namespace Slipway.Deployment.Tests.Execution;

/// <summary>Keeps the events of a journal.</summary>
internal sealed class KeptEvents : IJournalSink
{
    public ConcurrentQueue<JournalEvent> Entries { get; } = [];

    public string Name => "test";

    public void Write(JournalEvent entry) => Entries.Enqueue(entry);

    public void Dispose()
    {
        // Nothing is open.
    }
}
