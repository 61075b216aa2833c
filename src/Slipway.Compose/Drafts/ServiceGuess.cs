using System.Collections.Immutable;

namespace Slipway.Compose.Drafts;

/// <summary>How a service is to be replaced, and why.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Strategy"><c>blue-green</c>, <c>handoff</c>, <c>rolling</c>, <c>stateful</c> or <c>job</c>.</param>
/// <param name="Why">What the guess is made from, for the comment; without a full stop.</param>
public sealed record ServiceGuess(string Service, string Strategy, string Why)
{
    /// <summary>What it is for, in the word that a person is told.</summary>
    public string Role { get; init; } = "";

    /// <summary>What would make the guess surer; null where it is sure.</summary>
    public string? Question { get; init; }

    /// <summary>The port that it serves HTTP on inside its container; null unless it is blue-green.</summary>
    public int? Port { get; init; }

    /// <summary>The path that tells whether it is well, <c>container</c> for the container's own health check, or null for the root.</summary>
    public string? Health { get; init; }

    /// <summary>The host that requests name which ask for that path; null for the usual one.</summary>
    public string? Host { get; init; }

    /// <summary>The hosts whose requests the proxy sends to it; empty for those that no other service gets.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>The path prefixes that the proxy sends to it; empty for all that no other service gets.</summary>
    public ImmutableArray<string> Routes { get; init; } = [];
}
