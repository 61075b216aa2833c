namespace Slipway.Compose.Traefik.Files;

/// <summary>Requests that Traefik is to send to a service.</summary>
/// <param name="Service">The compose service, whose name leads to who serves it.</param>
/// <param name="Address">Where it is asked, as <c>http://web:8000</c>, or <c>h2c://</c> for what speaks HTTP/2 without TLS.</param>
/// <param name="Host">A host, or with <c>*.</c> before a name all hosts below it; null for those that no other route names.</param>
/// <param name="Path">The path, and all below it; <c>/</c> for all.</param>
public sealed record TraefikRoute(string Service, string Address, string? Host, string Path);
