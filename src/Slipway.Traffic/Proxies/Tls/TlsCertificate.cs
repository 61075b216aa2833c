namespace Slipway.Traffic.Proxies.Tls;

/// <summary>A certificate with its key.</summary>
/// <param name="Names">The hosts that it is for, in lower case; <c>*.</c> before a name stands for one label. Addresses are left out.</param>
/// <param name="Fingerprint">Letters and digits that are the same for no other certificate and chain; it names the file in the container.</param>
/// <param name="Bundle">The certificate itself, those of the authorities between it and the root, in this order, and the key.</param>
public sealed record TlsCertificate(IReadOnlyList<string> Names, string Fingerprint, TlsBundle Bundle)
{
    /// <summary>The file of the proxy's container that holds it.</summary>
    public string File => $"{TlsFiles.Directory}/{Fingerprint}.pem";

    /// <summary>Whether a text is the name of a host, or of all that are one label below it.</summary>
    public static bool IsName(string text)
    {
        var name = text.StartsWith("*.", StringComparison.Ordinal) ? text[2..] : text;
        return name.Length is > 0 and <= 253 && name.Split('.').All(l => l.Length > 0 && l.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
    }

    /// <summary>Whether clients that ask for a host accept it (RFC 6125, section 6.4: a star is one whole label).</summary>
    /// <param name="host">Without port; also with a star.</param>
    public bool Covers(string host) => Names.Any(name =>
        string.Equals(name, host, StringComparison.OrdinalIgnoreCase)
        || (name.StartsWith("*.", StringComparison.Ordinal)
            && host.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot
            && string.Equals(name[1..], host[dot..], StringComparison.OrdinalIgnoreCase)));
}
