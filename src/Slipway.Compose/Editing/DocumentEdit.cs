using System.Collections.Immutable;
using Slipway.Findings.Fixes;

namespace Slipway.Compose.Editing;

/// <summary>What has to be edited for a change, or why it can't be.</summary>
/// <param name="Edits">The edits; none when it was refused or nothing has to change.</param>
/// <param name="AlsoChanged">The other services that the edits reach, or other places as paths of keys.</param>
/// <param name="Refusal">Why not, without a full stop; null when it can be done.</param>
internal sealed record DocumentEdit(ImmutableArray<TextEdit> Edits, ImmutableArray<string> AlsoChanged, string? Refusal)
{
    /// <summary>Whether a place is changed that is no service's, or another one of a service than that which was asked for.</summary>
    public bool ReachesElsewhere { get; init; }

    /// <summary>Nothing is changed, for a reason.</summary>
    public static DocumentEdit Refused(string reason) => new([], [], reason);
}
