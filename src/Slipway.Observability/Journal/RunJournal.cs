using System.Collections.Concurrent;

namespace Slipway.Observability.Journal;

/// <summary>
/// The one stream of a run's events. Writing never blocks and never throws: a thread of its own hands the events
/// to the sinks, and a sink that fails is dropped.
/// </summary>
public sealed class RunJournal : IDisposable
{
    private readonly BlockingCollection<JournalEvent> _entries = [];
    private readonly List<IJournalSink> _sinks;
    private readonly TimeProvider _time;
    private readonly SecretMask _mask;
    private Thread? _writer;
    private bool _disposed;

    /// <summary>Starts a journal.</summary>
    /// <param name="time">The clock that stamps the events.</param>
    /// <param name="mask">Takes secrets out of every text.</param>
    /// <param name="sinks">Where the events go; the journal disposes them.</param>
    public RunJournal(TimeProvider time, SecretMask mask, params IEnumerable<IJournalSink> sinks)
    {
        _time = time;
        _mask = mask;
        _sinks = [.. sinks];
    }

    /// <summary>Adds one event. Does nothing once the journal is disposed.</summary>
    /// <param name="kind">What happened.</param>
    /// <param name="phase">The phase it belongs to, if any.</param>
    /// <param name="text">A text; secrets in it are masked here.</param>
    /// <param name="result">The result on finishing kinds.</param>
    /// <param name="duration">The duration on finishing kinds.</param>
    public void Write(JournalEventKind kind, string? phase = null, string? text = null, string? result = null, TimeSpan? duration = null)
    {
        try
        {
            if (_entries.IsAddingCompleted)
            {
                return;
            }

            StartWriter();
            _entries.Add(new JournalEvent(_time.GetUtcNow(), kind, phase, text is null ? null : _mask.Apply(text), result, duration));
        }
        catch (InvalidOperationException)
        {
            // Disposed: a late line of a cancelled step.
        }
    }

    /// <summary>Writes out what is left, at most 2 s long, and disposes the sinks.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _entries.CompleteAdding();
        if (_writer?.Join(TimeSpan.FromSeconds(2)) ?? true)
        {
            _sinks.ForEach(Close);
            _entries.Dispose();
        }
    }

    // A sink whose last words can't be written, such as to a full disk, can't fail a deployment either.
    private static void Close(IJournalSink sink)
    {
        try
        {
            sink.Dispose();
        }
        catch (Exception)
        {
            // It is of no use any more, and there is nobody left to tell.
        }
    }

    private void StartWriter()
    {
        if (_writer is not null)
        {
            return;
        }

        lock (_entries)
        {
            if (_writer is null)
            {
                _writer = new Thread(Drain) { IsBackground = true, Name = "journal" };
                _writer.Start();
            }
        }
    }

    private void Drain()
    {
        foreach (var entry in _entries.GetConsumingEnumerable())
        {
            for (var i = _sinks.Count - 1; i >= 0; i--)
            {
                try
                {
                    _sinks[i].Write(entry);
                }
                catch (Exception)
                {
                    // No sink can fail a deployment.
                    Close(_sinks[i]);
                    _sinks.RemoveAt(i);
                }
            }
        }
    }
}
