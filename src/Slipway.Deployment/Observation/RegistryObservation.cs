namespace Slipway.Deployment.Observation;

/// <summary>What a registry says that the name of an image leads to.</summary>
/// <param name="Digest">The digest, such as <c>sha256:...</c>; null when the registry could not be asked.</param>
/// <param name="Problem">Why it could not; null when it could.</param>
public sealed record RegistryObservation(string? Digest, string? Problem = null);
