namespace Slipway.Compose.Fronts.Reading;

/// <summary>A host name on a port of a front.</summary>
/// <param name="Port">The port inside the container, 1 to 65535.</param>
/// <param name="Tls">Whether it speaks TLS there.</param>
/// <param name="Host">The name that users ask for, or null for any.</param>
/// <param name="Path">A path that is served there.</param>
internal sealed record FrontSite(int Port, bool Tls, string? Host, string Path = "/");
