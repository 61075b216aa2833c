namespace Slipway.Compose.Slots;

/// <summary>A file of the proxy's configuration.</summary>
/// <param name="Path">The absolute path inside the container.</param>
/// <param name="Content">The content as the proxy reads it; dollar signs are escaped for compose by the overlay.</param>
public sealed record ProxyFile(string Path, string Content);
