namespace Slipway.Compose.Surroundings;

/// <summary>Where a service says over HTTP whether it is well.</summary>
/// <param name="Port">The port inside of the container that takes requests, 1 to 65535.</param>
/// <param name="Path">The path, such as <c>/healthz</c>; null when only the port is known.</param>
public sealed record HealthAddress(int Port, string? Path);
