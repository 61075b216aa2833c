using Slipway.Observability.Journal;

namespace Slipway.Observability.Records;

/// <summary>Adds each run to the history when it ends, unless no phase of it has succeeded: then nothing was done.</summary>
/// <param name="history">The application's history.</param>
public sealed class HistorySink(DeploymentHistory history) : IJournalSink
{
    private readonly Dictionary<string, TimeSpan> _phases = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "history";

    /// <inheritdoc/>
    public void Write(JournalEvent entry)
    {
        switch (entry.Kind)
        {
            case JournalEventKind.RunStarted:
                _phases.Clear();
                break;
            case JournalEventKind.PhaseFinished when entry is { Result: RunResult.Success, Phase: { } phase, Duration: { } duration }:
                _phases[phase] = duration;
                break;
            case JournalEventKind.RunFinished when _phases.Count > 0:
                history.Add(Record(entry));
                break;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The history holds nothing open.
    }

    private DeploymentRecord Record(JournalEvent end) => new(
        end.At,
        end.Release ?? string.Empty,
        end.Result ?? string.Empty,
        end.Duration ?? TimeSpan.Zero,
        new Dictionary<string, TimeSpan>(_phases, StringComparer.Ordinal))
    {
        Action = end.Action ?? RunAction.Deploy,
    };
}
