namespace Slipway.Deployment.Observation;

/// <summary>The schema of the database.</summary>
/// <param name="Revisions">The revisions that the database says it is at; empty for a new database; null when it could not be asked.</param>
/// <param name="WhyUnknown">Why it could not be asked.</param>
public sealed record SchemaObservation(IReadOnlyList<string>? Revisions, string? WhyUnknown = null);
