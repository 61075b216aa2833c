namespace Slipway.Compose.Traefik;

/// <summary>
/// The ports of a service that its gateway has, by what is spoken there; the first of each kind is the one that Traefik gets unless labels
/// name another.
/// </summary>
/// <param name="Http">HTTP/1.1.</param>
public sealed record TraefikPorts(IReadOnlyList<int> Http)
{
    /// <summary>HTTP/2 without TLS, which Traefik calls h2c.</summary>
    public IReadOnlyList<int> Http2 { get; init; } = [];

    /// <summary>Anything over TCP connections.</summary>
    public IReadOnlyList<int> Tcp { get; init; } = [];

    /// <summary>Those with requests.</summary>
    internal IReadOnlyList<int> Requests => [.. Http, .. Http2];
}
