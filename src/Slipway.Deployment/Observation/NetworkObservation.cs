namespace Slipway.Deployment.Observation;

/// <summary>One network of the engine.</summary>
/// <param name="Subnets">Its subnets in CIDR notation.</param>
public sealed record NetworkObservation(string Name, IReadOnlyList<string> Subnets);
