namespace Slipway.Traffic.Proxies.Tls;

/// <summary>Certificates that the proxy obtains itself (RFC 8555), by HTTP-01 and TLS-ALPN-01, and renews while it runs.</summary>
/// <param name="Hosts">The hosts that they are for, one at least; no stars, for which neither way is a proof.</param>
public sealed record TlsAutomatic(IReadOnlyList<string> Hosts)
{
    /// <summary>Where the authority writes to about them; null for nowhere.</summary>
    public string? Email { get; init; }

    /// <summary>Whether a text is an address that an authority can write to.</summary>
    public static bool IsEmail(string text) =>
        text.Contains('@', StringComparison.Ordinal) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '@' or '.' or '_' or '+' or '-');

    /// <summary>The address of the authority's directory; null for the proxy's own choice.</summary>
    public Uri? Authority { get; init; }

    /// <summary>The certificate, in PEM form, by which the authority itself is trusted; null for those that everybody trusts.</summary>
    public string? AuthorityRoot { get; init; }
}
