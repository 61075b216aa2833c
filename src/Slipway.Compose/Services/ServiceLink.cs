namespace Slipway.Compose.Services;

/// <summary>A name by which a service reaches another one on their networks.</summary>
/// <param name="Service">The other service.</param>
/// <param name="Alias">The name, which may be the other service's own.</param>
public sealed record ServiceLink(string Service, string Alias);
