namespace Slipway.Compose.Traefik.Files;

/// <summary>How requests come to Traefik's routers.</summary>
/// <param name="EntryPoints">The names of its entry points; none for those that it takes by itself.</param>
/// <param name="Middlewares">What it does with them, as <c>auth@file</c>, in this order.</param>
/// <param name="IsTls">Whether they come by TLS.</param>
/// <param name="Resolver">Who obtains certificates for their hosts, by its name; null for nobody.</param>
public sealed record TraefikEntrance(IReadOnlyList<string> EntryPoints, IReadOnlyList<string> Middlewares, bool IsTls, string? Resolver);
