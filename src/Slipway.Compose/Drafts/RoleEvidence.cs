namespace Slipway.Compose.Drafts;

/// <summary>Something that speaks for a role of a service, or against it.</summary>
/// <param name="Role">The role, in the word that a person is told.</param>
/// <param name="Text">What it is, without a full stop.</param>
public sealed record RoleEvidence(string Role, string Text)
{
    /// <summary>How much it counts where several count together, negative against the role; null for what decides by itself, or not at all.</summary>
    public int? Weight { get; init; }

    /// <summary>The strategy that it would decide on; null for what alone decides nothing.</summary>
    public string? Strategy { get; init; }

    /// <summary>Whether it speaks against the role.</summary>
    public bool IsAgainst { get; init; }
}
