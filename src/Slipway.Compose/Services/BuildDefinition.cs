namespace Slipway.Compose.Services;

/// <summary>How a service's image is built.</summary>
/// <param name="Context">The build context: a path or an address.</param>
/// <param name="Dockerfile">The Dockerfile's path within the context; null when it is written inline.</param>
/// <param name="Target">The stage to stop at, or null for the last one.</param>
/// <param name="Args">The build arguments.</param>
public sealed record BuildDefinition(string Context, string? Dockerfile, string? Target, HiddenValues Args);
