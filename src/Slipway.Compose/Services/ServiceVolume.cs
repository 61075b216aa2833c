namespace Slipway.Compose.Services;

/// <summary>Something mounted into a service's container.</summary>
/// <param name="Type"><c>volume</c>, <c>bind</c>, <c>tmpfs</c>, <c>npipe</c> or <c>cluster</c>.</param>
/// <param name="Source">The volume's key or the host's path; null for an anonymous volume and tmpfs.</param>
/// <param name="Target">The path inside the container.</param>
/// <param name="ReadOnly">Whether it can't be written to.</param>
public sealed record ServiceVolume(string Type, string? Source, string Target, bool ReadOnly);
