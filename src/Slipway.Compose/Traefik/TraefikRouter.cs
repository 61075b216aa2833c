namespace Slipway.Compose.Traefik;

/// <summary>An HTTP router of Traefik's, as labels say it.</summary>
/// <param name="Rule">Which requests it takes.</param>
/// <param name="EntryPoints">The names of the entry points that it is on; none for all.</param>
/// <param name="Tls">Whether it takes TLS, and nothing else.</param>
internal sealed record TraefikRouter(string Rule, IReadOnlyList<string> EntryPoints, bool Tls);
