namespace Slipway.Compose.Fronts.Reading;

/// <summary>Where a front sends requests.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Port">Its port inside the container.</param>
/// <param name="Prefix">The path prefix that leads there, or null where that isn't known.</param>
internal sealed record FrontTarget(string Service, int Port, string? Prefix = null);
