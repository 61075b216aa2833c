using Slipway.Observability.Journal;

namespace Slipway.Testing.Journal;

/// <summary>A sink that keeps what it gets, and can be told to fail or to wait.</summary>
public sealed class RecordingSink : IJournalSink
{
    private readonly List<JournalEvent> _entries = [];

    public Action<JournalEvent> OnWrite { get; init; } = _ => { };

    public Action OnDispose { get; init; } = () => { };

    public string Name => "recording";

    public bool IsDisposed { get; private set; }

    public IReadOnlyList<JournalEvent> Entries
    {
        get
        {
            lock (_entries)
            {
                return [.. _entries];
            }
        }
    }

    public void Write(JournalEvent entry)
    {
        OnWrite(entry);
        lock (_entries)
        {
            _entries.Add(entry);
        }
    }

    public void Dispose()
    {
        IsDisposed = true;
        OnDispose();
    }
}
