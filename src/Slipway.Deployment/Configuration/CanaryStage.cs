namespace Slipway.Deployment.Configuration;

/// <summary>How long a new release gets which part of the requests.</summary>
/// <param name="Percent">The share of all requests, 0 to 100.</param>
/// <param name="Matches">How many of the headers and cookies of all stages lead to it as well, from the first on; zero or more.</param>
/// <param name="Duration">How long.</param>
public sealed record CanaryStage(int Percent, int Matches, TimeSpan Duration);
