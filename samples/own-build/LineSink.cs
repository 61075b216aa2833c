using Slipway.Observability.Journal;

namespace OwnBuild;

/// <summary>A sink of one's own: a line for each phase that has ended, in the file that OWN_BUILD_LOG names.</summary>
public sealed class LineSink : IJournalSink
{
    private readonly StreamWriter? _file =
        Environment.GetEnvironmentVariable("OWN_BUILD_LOG") is { Length: > 0 } path ? new StreamWriter(path, append: true) : null;

    public string Name => "own log";

    public void Write(JournalEvent entry)
    {
        if (entry.Kind == JournalEventKind.PhaseFinished)
        {
            _file?.WriteLine($"{entry.Phase}: {entry.Result}");
        }
    }

    public void Dispose() => _file?.Dispose();
}
