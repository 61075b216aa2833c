namespace Slipway.Compose.Services;

/// <summary>A network or volume of the application.</summary>
/// <param name="Key">The key in the compose file.</param>
/// <param name="RealName">The name that the engine knows it by, usually <c>project_key</c>.</param>
/// <param name="External">Whether it is made elsewhere and must be there already.</param>
public sealed record NamedResource(string Key, string RealName, bool External)
{
    /// <summary>The driver that is named for it; null for the usual one, or when it is made elsewhere.</summary>
    public string? Driver { get; init; }
}
