using Slipway.Observability.Journal;

namespace Slipway.Observability.Records;

/// <summary>What is remembered of one deployment or rollback.</summary>
/// <param name="At">When it ended, in UTC.</param>
/// <param name="Release">The release that it led to; for a rollback the one that it returned to.</param>
/// <param name="Result">One of <see cref="RunResult"/>.</param>
/// <param name="Duration">Wall time of the whole run.</param>
/// <param name="Phases">Wall time of each phase that ran.</param>
public sealed record DeploymentRecord(
    DateTimeOffset At,
    string Release,
    string Result,
    TimeSpan Duration,
    IReadOnlyDictionary<string, TimeSpan> Phases)
{
    /// <summary>What it did, one of <see cref="RunAction"/>. Histories written before actions were recorded read as deployments.</summary>
    public string Action { get; init; } = RunAction.Deploy;
}
