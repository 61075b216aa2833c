namespace Slipway.EndToEnd.Hosts;

/// <summary>Waits, by the file system's own notices, for an entry of a journal.</summary>
internal sealed class JournalWait : IDisposable
{
    private readonly Func<JournalEntry, bool> _wanted;
    private readonly HashSet<string> _old;
    private readonly Journal _journal;
    private readonly FileSystemWatcher _watcher;
    private readonly SemaphoreSlim _changed = new(0);

    public JournalWait(string folder, Journal journal, IEnumerable<string> old, Func<JournalEntry, bool> wanted)
    {
        (_journal, _wanted, _old) = (journal, wanted, [.. old]);
        _watcher = new FileSystemWatcher(folder);
        _watcher.Created += (_, _) => _changed.Release();
        _watcher.Changed += (_, _) => _changed.Release();
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>Waits; fails when the program ends before.</summary>
    public async Task<JournalEntry> SeenAsync(RunningProgram program)
    {
        while (true)
        {
            var ended = program.Completion.IsCompleted;
            if (_journal.Files().Where(f => !_old.Contains(f)).SelectMany(Journal.Read).FirstOrDefault(_wanted) is { } entry)
            {
                return entry;
            }

            ended.ShouldBeFalse($"it ended before what was waited for: {(ended ? await program.Completion : null)}");
            var change = _changed.WaitAsync(TestContext.Current.CancellationToken);
            await Task.WhenAny(change, program.Completion);
        }
    }

    /// <summary>Waits until so many entries are there; false when the program ends before.</summary>
    public async Task<bool> HasSeenAsync(RunningProgram program, int count)
    {
        while (true)
        {
            var ended = program.Completion.IsCompleted;
            if (_journal.Files().Where(f => !_old.Contains(f)).SelectMany(Journal.Read).Count(_wanted) >= count)
            {
                return true;
            }

            if (ended)
            {
                return false;
            }

            var change = _changed.WaitAsync(TestContext.Current.CancellationToken);
            await Task.WhenAny(change, program.Completion);
        }
    }

    public void Dispose()
    {
        _watcher.Dispose();
        _changed.Dispose();
    }
}
