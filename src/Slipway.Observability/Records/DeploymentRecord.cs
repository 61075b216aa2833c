namespace Slipway.Observability.Records;

/// <summary>What is remembered of one deployment.</summary>
/// <param name="At">When it ended, in UTC.</param>
/// <param name="Release">The release.</param>
/// <param name="Result"><c>success</c>, <c>failure</c> or <c>cancellation</c>.</param>
/// <param name="Duration">Wall time of the whole run.</param>
/// <param name="Phases">Wall time of each phase that ran.</param>
public sealed record DeploymentRecord(
    DateTimeOffset At,
    string Release,
    string Result,
    TimeSpan Duration,
    IReadOnlyDictionary<string, TimeSpan> Phases);
