using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Slipway.Observability.Journal;

/// <summary>
/// The one stream of a run's events. Writing never throws and never waits: a thread of its own hands the events to the sinks, apart
/// from those that are immediate, and a sink that fails is left out.
/// </summary>
public sealed class RunJournal : IDisposable
{
    private readonly BlockingCollection<JournalEvent> _entries = [];
    private readonly List<IJournalSink> _sinks;
    private readonly TimeProvider _time;
    private readonly SecretMask _mask;
    private Thread? _writer;
    private volatile IJournalSink[] _immediate;
    private volatile bool _disposed;

    /// <summary>Opens a journal. Nothing is written before the first run starts.</summary>
    /// <param name="time">The clock that stamps the events.</param>
    /// <param name="mask">Takes secrets out of every text.</param>
    /// <param name="sinks">Where the events go; the journal disposes them.</param>
    public RunJournal(TimeProvider time, SecretMask mask, params IEnumerable<IJournalSink> sinks)
    {
        (_time, _mask) = (time, mask);
        var all = sinks.ToList();
        _sinks = all.FindAll(s => !s.IsImmediate);
        _immediate = [.. all.Where(s => s.IsImmediate)];
    }

    internal TimeProvider Time => _time;

    /// <summary>Starts a run.</summary>
    /// <param name="action">What it does, one of <see cref="RunAction"/>.</param>
    /// <param name="release">The release that it leads to; for a rollback the one that it returns to.</param>
    /// <returns>The run, to be finished by the caller.</returns>
    public JournaledRun Start(string action, string release) => new(this, action, release);

    /// <summary>Writes out what is left, at most 2 s long, and disposes the sinks. What is written later comes to nothing.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _entries.CompleteAdding();
        Array.ForEach(_immediate, Close);

        if (_writer?.Join(TimeSpan.FromSeconds(2)) ?? true)
        {
            _sinks.ForEach(Close);
            _entries.Dispose();
        }
    }

    /// <summary>Adds one event: stamped, masked, and given to all sinks.</summary>
    internal void Write(JournalEvent entry)
    {
        if (_disposed)
        {
            return;
        }

        var clean = entry with { At = _time.GetUtcNow(), Text = Masked(entry.Text), Result = Masked(entry.Result) };
        try
        {
            StartWriter();
            _entries.Add(clean);
        }
        catch (InvalidOperationException)
        {
            // Disposed meanwhile: a late line of a cancelled step.
        }

        foreach (var sink in _immediate)
        {
            if (!TryWrite(sink, clean, out var problem))
            {
                LeaveOut(sink);
                Write(Loss(sink, problem, clean));
            }
        }
    }

    private string? Masked(string? text) => text is null ? null : VisibleText.Of(_mask.Apply(text));

    private void LeaveOut(IJournalSink sink)
    {
        lock (_sinks)
        {
            _immediate = [.. _immediate.Where(s => s != sink)];
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
            HandOut(entry);
        }
    }

    private void HandOut(JournalEvent entry)
    {
        var losses = new List<JournalEvent>();
        foreach (var sink in _sinks.ToArray())
        {
            if (!TryWrite(sink, entry, out var problem))
            {
                _sinks.Remove(sink);
                losses.Add(Loss(sink, problem, entry));
            }
        }

        losses.ForEach(HandOut);
    }

    private JournalEvent Loss(IJournalSink sink, Exception problem, JournalEvent entry) => entry with
    {
        Kind = JournalEventKind.Note,
        Text = Masked($"the {sink.Name} can't be written: {problem.Message}"),
        Result = null,
        Duration = null,
    };

    private static bool TryWrite(IJournalSink sink, JournalEvent entry, [NotNullWhen(false)] out Exception? problem)
    {
        try
        {
            sink.Write(entry);
            problem = null;
            return true;
        }
        catch (Exception e)
        {
            // No sink can fail a deployment.
            problem = e;
            Close(sink);
            return false;
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
}
