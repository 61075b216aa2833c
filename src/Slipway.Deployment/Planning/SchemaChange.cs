namespace Slipway.Deployment.Planning;

/// <summary>What a deployment does with the database's schema.</summary>
/// <param name="Pending">The revisions that are applied, oldest first; null when that can't be known beforehand.</param>
/// <param name="Head">The revision that the new release expects; null without migrations.</param>
/// <param name="Floor">The oldest revision that code must know to live with that schema; null when any will do.</param>
/// <param name="Chain">All revisions that the new release knows.</param>
/// <param name="Contracting">Those pending revisions that take away what the running release may still use, with their place.</param>
/// <param name="Problems">Why migrating would fail.</param>
/// <param name="Reason">In a few words, what is pending or why nothing is.</param>
public sealed record SchemaChange(
    IReadOnlyList<string>? Pending,
    string? Head,
    string? Floor,
    IReadOnlyList<string> Chain,
    IReadOnlyList<string> Contracting,
    IReadOnlyList<string> Problems,
    string Reason)
{
    /// <summary>No migrations at all.</summary>
    public static SchemaChange None { get; } = new([], null, null, [], [], [], "slipway.yaml names no migrations");

    /// <summary>Whether the migration job has to run.</summary>
    public bool IsNeeded => Pending is null or { Count: > 0 };
}
