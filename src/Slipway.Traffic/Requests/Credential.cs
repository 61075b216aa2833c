namespace Slipway.Traffic.Requests;

/// <summary>Who may ask for a service (RFC 7617).</summary>
/// <param name="user">The name, without a colon.</param>
/// <param name="hash">The password as <c>crypt(3)</c> hashes it, such as by bcrypt.</param>
public sealed class Credential(string user, string hash)
{
    /// <summary>The name.</summary>
    public string User { get; } = user;

    /// <summary>The password's hash, for the proxy and for nobody else.</summary>
    public string Hash { get; } = hash;

    /// <summary>Whether the hash is one of bcrypt's, the only one that all kinds of proxy know.</summary>
    public bool IsBcrypt => Hash.Length == 60 && Hash.StartsWith("$2", StringComparison.Ordinal);

    /// <summary>Whether a text is a line of a file as htpasswd writes it, and with a hash that is not broken in seconds.</summary>
    public static Credential? Parse(string line)
    {
        var at = line.IndexOf(':', StringComparison.Ordinal);
        var (user, hash) = at < 1 ? (string.Empty, string.Empty) : (line[..at], line[(at + 1)..].Trim());
        var credential = new Credential(user, hash);
        return user.Length > 0 && user.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '@' or '+')
            && hash.All(c => char.IsAsciiLetterOrDigit(c) || c is '$' or '.' or '/' or '=')
            && (credential.IsBcrypt || Array.Exists(["$5$", "$6$"], p => hash.StartsWith(p, StringComparison.Ordinal) && hash.Length > 40))
            ? credential
            : null;
    }

    /// <summary>The name alone.</summary>
    public override string ToString() => $"{User}:*****";
}
