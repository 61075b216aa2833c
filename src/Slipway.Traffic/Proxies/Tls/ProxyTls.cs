namespace Slipway.Traffic.Proxies.Tls;

/// <summary>How a proxy ends TLS: on one port, for the routes of one of its listeners, with HTTP/2 for clients that want it.</summary>
/// <param name="Port">The port inside the proxy's container on which it takes TLS, 1 to 65535; no listener's.</param>
/// <param name="RoutesOf">The port of the listener whose routes it has.</param>
/// <param name="Certificates">
/// One at least, unless they are obtained. The first is for clients that name no host, or one that nothing is for (with Caddy any); a name
/// that several have is the first one's.
/// </param>
public sealed record ProxyTls(int Port, int RoutesOf, IReadOnlyList<TlsCertificate> Certificates)
{
    /// <summary>How the proxy obtains its certificates, if it is of a kind that does (<see cref="IObtainsCertificates"/>); there are no others then.</summary>
    public TlsAutomatic? Automatic { get; init; }

    /// <summary>
    /// The port to which clients of the listener are sent, as they know it (usually 443), with a status of 308, so that methods and bodies
    /// stay (RFC 9110, section 15.4.9); null when the listener serves them itself.
    /// </summary>
    public int? RedirectTo { get; init; }

    /// <summary>The hosts that the listener serves itself all the same: names by which containers know services, for which nobody has a certificate.</summary>
    public IReadOnlyList<string> PlainHosts { get; init; } = [];

    /// <summary>For how long browsers are told to come by TLS only (RFC 6797), in whole seconds; null (the default) tells them nothing.</summary>
    public TimeSpan? Hsts { get; init; }

    /// <summary>
    /// The absolute path of the folder in the proxy's container from which <see cref="ChallengePath"/> is answered without TLS, such as the
    /// webroot of certbot; null for none.
    /// </summary>
    public string? ChallengeFolder { get; init; }

    /// <summary>The path below which an authority asks for what only the owner of a host can have put there (RFC 8555, section 8.3).</summary>
    internal const string ChallengePath = "/.well-known/acme-challenge/";

    /// <summary>The address to which a client is sent, up to its path: <c>https://HOST</c> and the port, if clients must name it.</summary>
    /// <param name="host">How the configuration names the host that was asked for.</param>
    internal string RedirectionTo(string host) => $"https://{host}{(RedirectTo is null or 443 ? "" : $":{RedirectTo}")}";

    /// <summary>The value of the header by which browsers are told; null for none.</summary>
    internal string? HstsHeader => Hsts is { } time ? $"max-age={(long)time.TotalSeconds}" : null;
}
