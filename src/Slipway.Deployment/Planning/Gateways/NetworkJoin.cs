namespace Slipway.Deployment.Planning.Gateways;

/// <summary>A container of a stateful service that somebody took off a network, onto which it comes back.</summary>
/// <param name="Container">The container's name.</param>
/// <param name="Network">The network's name.</param>
/// <param name="Aliases">The names that it answers to there.</param>
/// <param name="Address">Its fixed IPv4 address there; null for any.</param>
public sealed record NetworkJoin(string Service, string Container, string Network, IReadOnlyList<string> Aliases, string? Address);
