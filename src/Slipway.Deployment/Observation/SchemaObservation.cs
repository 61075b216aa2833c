namespace Slipway.Deployment.Observation;

/// <summary>The schema of the database.</summary>
/// <param name="Revisions">The revisions that it is at; null when that is not known.</param>
/// <param name="WhyUnknown">Why it is not known; null when it is.</param>
public sealed record SchemaObservation(IReadOnlyList<string>? Revisions, string? WhyUnknown = null)
{
    /// <summary>What need not be asked: all slots expect the same schema, so whatever it is, each lives with it as the other does.</summary>
    public static SchemaObservation SameForAll { get; } = new(null, "all slots expect the same");

    /// <summary>Whether the database can be asked only once this run has started it.</summary>
    public bool ComesLater { get; init; }
}
