using Slipway.Observability.Journal;

namespace Slipway.Observability.Console;

/// <summary>Shows a person what steps say, at the moment when they say it.</summary>
/// <param name="line">Takes a line of output, for those who ask for details. Called from several threads at a time, like the others.</param>
/// <param name="note">Takes a line that is always shown.</param>
/// <param name="progress">Takes how far a step is.</param>
public sealed class ConsoleSink(Action<string> line, Action<string> note, Action<string> progress) : IJournalSink
{
    /// <inheritdoc/>
    public string Name => "console";

    /// <inheritdoc/>
    public bool IsImmediate => true;

    /// <inheritdoc/>
    public void Write(JournalEvent entry)
    {
        switch (entry.Kind)
        {
            case JournalEventKind.Output:
                line(entry.Text ?? string.Empty);
                break;
            case JournalEventKind.Note:
                note(entry.Text ?? string.Empty);
                break;
            case JournalEventKind.Progress:
                progress(entry.Text ?? string.Empty);
                break;
            case JournalEventKind.StepRetried:
                note($"again: {entry.Text} ({entry.Result})");
                break;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The delegates are their owner's.
    }
}
