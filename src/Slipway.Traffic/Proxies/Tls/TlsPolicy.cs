namespace Slipway.Traffic.Proxies.Tls;

/// <summary>
/// What is offered to clients: TLS 1.2 and 1.3 with the suites and curves of Mozilla's guideline "Server Side TLS", configuration
/// "intermediate", version 5.7 (wiki.mozilla.org/Security/Server_Side_TLS), without its finite-field Diffie-Hellman, which would need parameters in a
/// file of its own and which no client needs that knows TLS 1.2 with AES-GCM. The client chooses among them, and there are no session
/// tickets, whose keys would outlive the secrecy of connections.
/// </summary>
/// <remarks>Caddy's own defaults are these suites.</remarks>
internal static class TlsPolicy
{
    /// <summary>The suites of TLS 1.2, as OpenSSL calls them. Those of TLS 1.3 are all sound, and OpenSSL offers them by itself.</summary>
    public static string Ciphers { get; } = string.Join(
        ':',
        "ECDHE-ECDSA-AES128-GCM-SHA256",
        "ECDHE-RSA-AES128-GCM-SHA256",
        "ECDHE-ECDSA-AES256-GCM-SHA384",
        "ECDHE-RSA-AES256-GCM-SHA384",
        "ECDHE-ECDSA-CHACHA20-POLY1305",
        "ECDHE-RSA-CHACHA20-POLY1305");

    /// <summary>The curves, as OpenSSL calls them.</summary>
    public const string Curves = "X25519:prime256v1:secp384r1";
}
