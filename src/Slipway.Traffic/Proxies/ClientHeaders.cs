namespace Slipway.Traffic.Proxies;

/// <summary>The headers by which an application learns who its client is, from whom it trusts.</summary>
internal static class ClientHeaders
{
    public const string Address = "X-Real-IP";

    public const string Chain = "X-Forwarded-For";

    public const string Scheme = "X-Forwarded-Proto";

    public const string Host = "X-Forwarded-Host";

    /// <summary>
    /// Those that the proxy does not set itself, and that applications or what they are made with believe: from nobody but whom the plan trusts they are
    /// passed on.
    /// </summary>
    public static IReadOnlyList<string> Others { get; } =
    [
        "Forwarded", "X-Forwarded-Port", "X-Forwarded-Prefix", "X-Forwarded-Scheme", "X-Forwarded-Server", "X-Forwarded-Ssl",
        "Client-IP", "X-Client-IP", "True-Client-IP",
    ];

    /// <summary>
    /// The names that many applications can't tell from them (CGI, and so WSGI, Rack and PHP, have no hyphens), by which a client could say who it is all
    /// the same; and those of the two that say how long a body is.
    /// </summary>
    public static IReadOnlyList<string> LookAlikes { get; } =
    [
        .. Others.Concat([Address, Chain, Scheme, Host, "Content-Length", "Transfer-Encoding"]).SelectMany(n => Variants(n).Where(v => v != n)),
    ];

    // With a hyphen or an underscore at each place.
    private static IEnumerable<string> Variants(string name) =>
        name.IndexOf('-', StringComparison.Ordinal) is var at and >= 0
            ? Variants(name[(at + 1)..]).SelectMany(r => new[] { $"{name[..at]}-{r}", $"{name[..at]}_{r}" })
            : [name];
}
