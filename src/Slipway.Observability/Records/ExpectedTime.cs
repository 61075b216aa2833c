namespace Slipway.Observability.Records;

/// <summary>How long a phase is expected to take: the median of the earlier successful runs in which it ran.</summary>
/// <param name="records">Earlier deployments.</param>
public sealed class ExpectedTime(IReadOnlyList<DeploymentRecord> records)
{
    /// <summary>How many successful deployments the expectation rests on.</summary>
    public int Runs { get; } = records.Count(r => r.Result == "success");

    /// <summary>The expected wall time of a phase.</summary>
    /// <param name="phase">Its name.</param>
    /// <returns>The median, or null when it never ran.</returns>
    public TimeSpan? Of(string phase)
    {
        var times = records
            .Where(r => r.Result == "success" && r.Phases.ContainsKey(phase))
            .Select(r => r.Phases[phase])
            .Order()
            .ToList();
        return times.Count == 0 ? null : times[times.Count / 2];
    }
}
