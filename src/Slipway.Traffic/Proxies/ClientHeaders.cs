namespace Slipway.Traffic.Proxies;

/// <summary>The headers by which an application learns who its client is, from whom it trusts.</summary>
internal static class ClientHeaders
{
    /// <summary>
    /// The names that many applications can't tell from them (CGI, and so WSGI, Rack and PHP, have no hyphens), by which a client could say
    /// who it is all the same.
    /// </summary>
    public static IReadOnlyList<string> LookAlikes { get; } =
    [
        "X_Real_IP", "X_Real-IP", "X-Real_IP",
        .. new[] { "For", "Host" }.SelectMany(s => new[] { $"X_Forwarded_{s}", $"X_Forwarded-{s}", $"X-Forwarded_{s}" }),
    ];
}
