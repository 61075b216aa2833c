using Slipway.Observability.Records;

namespace Slipway.Deployment.Planning.Printing;

/// <summary>Which phases run side by side, which are critical, and how long all is expected to take.</summary>
public sealed class PlanTimeline
{
    // A phase of which no earlier run knows counts as long as any other: then the path with most phases is the critical one.
    private static readonly TimeSpan Unknown = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, TimeSpan?> _expected;
    private readonly Dictionary<string, (TimeSpan End, string? After)> _ends = new(StringComparer.Ordinal);
    private readonly DeploymentPlan _plan;

    /// <summary>Computes the timeline of a plan.</summary>
    /// <param name="expected">What earlier runs took.</param>
    public PlanTimeline(DeploymentPlan plan, ExpectedTime expected)
    {
        _plan = plan;
        Runs = expected.Runs;
        _expected = plan.Phases.ToDictionary(p => p.Name, p => p.IsEmpty ? TimeSpan.Zero : expected.Of(p.Name), StringComparer.Ordinal);
        foreach (var phase in plan.Phases)
        {
            var before = phase.DependsOn.OrderByDescending(d => _ends[d].End).FirstOrDefault();
            var start = before is null ? TimeSpan.Zero : _ends[before].End;
            _ends[phase.Name] = (start + (_expected[phase.Name] ?? Unknown), before);
        }
    }

    /// <summary>How many earlier deployments the expectation rests on.</summary>
    public int Runs { get; }

    /// <summary>The phases with steps on the longest path, first to last.</summary>
    public IReadOnlyList<string> CriticalPath
    {
        get
        {
            var path = new List<string>();
            for (var phase = _plan.Phases[^1].Name; phase is not null; phase = _ends[phase].After)
            {
                path.Insert(0, phase);
            }

            return [.. path.Where(p => !_plan.Of(p).IsEmpty)];
        }
    }

    /// <summary>The expected time of the critical path; null when a phase on it has never run.</summary>
    public TimeSpan? Total =>
        CriticalPath.Any(p => _expected[p] is null) ? null : CriticalPath.Aggregate(TimeSpan.Zero, (s, p) => s + _expected[p]!.Value);

    /// <summary>The expected time of a phase; null when it has never run.</summary>
    /// <param name="phase">Its name.</param>
    /// <returns>The time.</returns>
    public TimeSpan? Of(string phase) => _expected[phase];

    /// <summary>The phases with steps, grouped by what runs side by side.</summary>
    /// <returns>The waves, first to last.</returns>
    public IReadOnlyList<IReadOnlyList<PhasePlan>> Waves()
    {
        var waves = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var phase in _plan.Phases)
        {
            var after = phase.DependsOn.Select(d => waves[d]).DefaultIfEmpty(0).Max();
            waves[phase.Name] = phase.IsEmpty ? after : after + 1;
        }

        return [.. _plan.Phases.Where(p => !p.IsEmpty).GroupBy(p => waves[p.Name]).OrderBy(g => g.Key).Select(g => (IReadOnlyList<PhasePlan>)[.. g])];
    }
}
