using Slipway.Observability.Journal;

namespace Slipway.Observability.Records;

/// <summary>How long a phase is expected to take: the median of the earlier successful runs of the same action in which it ran.</summary>
public sealed class ExpectedTime
{
    private readonly List<DeploymentRecord> _records;

    /// <summary>Learns from earlier runs.</summary>
    /// <param name="records">Runs of any action.</param>
    /// <param name="action">The action of the run that is expected, one of <see cref="RunAction"/>: the others say nothing of it.</param>
    public ExpectedTime(IEnumerable<DeploymentRecord> records, string action) =>
        _records = [.. records.Where(r => r.Action == action && r.Result == RunResult.Success)];

    /// <summary>How many successful runs the expectation rests on.</summary>
    public int Runs => _records.Count;

    /// <summary>The expected wall time of a phase.</summary>
    /// <param name="phase">Its name.</param>
    /// <returns>The median, the upper one of two; null when it never ran.</returns>
    public TimeSpan? Of(string phase)
    {
        var times = _records.Where(r => r.Phases.ContainsKey(phase)).Select(r => r.Phases[phase]).Order().ToList();
        return times.Count == 0 ? null : times[times.Count / 2];
    }
}
