using System.Collections.Immutable;

namespace Slipway.Compose.Services;

/// <summary>A service's place on a network.</summary>
/// <param name="Network">The network's key.</param>
/// <param name="Aliases">Names that it answers to there, besides its own.</param>
/// <param name="Ipv4Address">Its fixed address, or null.</param>
/// <param name="Ipv6Address">Its fixed address, or null.</param>
/// <param name="Priority">The order in which networks are joined, or null.</param>
public sealed record ServiceNetwork(
    string Network, ImmutableArray<string> Aliases, string? Ipv4Address = null, string? Ipv6Address = null, int? Priority = null);
