namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>Names of variables that hold secrets.</summary>
internal static class SecretNames
{
    private static readonly string[] Words = ["password", "passwd", "pword", "secret", "token", "apikey", "credential", "credentials", "auth", "key"];
    private static readonly string[] Harmless = ["public", "file", "version", "path", "url", "uri", "id", "dir", "length", "expire", "expires", "expiry",
        "expiration", "ttl", "minutes", "seconds", "header", "algorithm", "issuer"];

    /// <summary>Whether a name has a word of a secret: <c>API_KEY</c>, <c>DB_PASSWORD</c>, but not <c>PUBLIC_KEY</c> or <c>TOKEN_FILE</c>.</summary>
    public static bool Suggests(string name)
    {
        var words = name.ToLowerInvariant().Split('_', '-');
        return words.Any(w => Words.Contains(w)) && !words.Any(w => Harmless.Contains(w) && w is not "id") || words is ["aws", "access", "key", "id"];
    }
}
