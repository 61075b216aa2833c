namespace Slipway.Compose.Services;

/// <summary>A config or secret that a service uses.</summary>
/// <param name="Source">The key of its top-level definition.</param>
/// <param name="Target">The path inside the container as resolved by compose.</param>
public sealed record ServiceFile(string Source, string Target);
