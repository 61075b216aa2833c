namespace Slipway.Compose.Fronts.Reading;

/// <summary>Where a front sends requests.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Port">Its port inside the container.</param>
/// <param name="Prefix">The path prefix that leads there, or null where that isn't known.</param>
/// <param name="Host">The host that leads there, perhaps with <c>*.</c> before it, or null for those that lead nowhere else.</param>
internal sealed record FrontTarget(string Service, int Port, string? Prefix = null, string? Host = null);
