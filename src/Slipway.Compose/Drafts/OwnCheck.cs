namespace Slipway.Compose.Drafts;

/// <summary>What a service's health check asks, as far as Slipway's own probe could ask the same.</summary>
/// <param name="Port">The port that it asks, 1 to 65535; null when it asks none that is known.</param>
/// <param name="Path">The path that it asks for with GET, of which any answer below 400 is good; null when Slipway's probe can't ask the same.</param>
/// <param name="Host">The host that the request names; null for the usual one.</param>
/// <param name="IsHttp">Whether it speaks HTTP at all; null when nobody can tell.</param>
internal sealed record OwnCheck(int? Port, string? Path, string? Host, bool? IsHttp);
