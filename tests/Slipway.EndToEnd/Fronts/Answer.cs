namespace Slipway.EndToEnd.Fronts;

/// <summary>What a service of Fixtures/fronts says of a request that has reached it.</summary>
/// <param name="Release">Who answers, as <c>web 1</c>.</param>
/// <param name="Path">The path.</param>
/// <param name="Host">The Host header.</param>
/// <param name="RealIp">X-Real-IP, or null.</param>
/// <param name="Scheme">X-Forwarded-Proto, or null.</param>
/// <param name="Outside">X-Forwarded-Host, or null.</param>
internal sealed record Answer(string Release, string Path, string Host, string? RealIp, string? Scheme, string? Outside);
