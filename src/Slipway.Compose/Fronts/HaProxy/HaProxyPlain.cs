namespace Slipway.Compose.Fronts.HaProxy;

/// <summary>
/// Knows the lines of HAProxy that mean nothing but passing requests on as Slipway's own configuration does. Whatever isn't listed means more.
/// </summary>
internal static class HaProxyPlain
{
    private static readonly HashSet<string> Global = new(StringComparer.Ordinal)
    {
        "daemon", "maxconn", "log", "user", "group", "chroot", "pidfile", "nbthread", "master-worker", "hard-stop-after", "set-dumpable",
    };

    private static readonly HashSet<string> Resolvers = new(StringComparer.Ordinal)
    {
        "nameserver", "parse-resolv-conf", "resolve_retries", "timeout", "hold", "accepted_payload_size",
    };

    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal) { "default_backend", "retries", "maxconn" };

    private static readonly HashSet<string> Options = new(StringComparer.Ordinal)
    {
        "httplog", "dontlognull", "dontlog-normal", "forwardfor", "http-server-close", "http-keep-alive", "redispatch", "tcp-smart-accept", "tcp-smart-connect",
        "httpchk",
    };

    private static readonly HashSet<string> ServerWords = new(StringComparer.Ordinal)
    {
        "check", "inter", "fastinter", "downinter", "rise", "fall", "resolvers", "init-addr", "resolve-prefer",
    };

    private static readonly (string Deed, string[] Words)[] Deeds =
    [
        ("asks who somebody is", ["userlist", "group", "user"]),
        ("decides which requests it takes", ["http-request", "tcp-request", "http-after-response", "acl", "block", "monitor", "monitor-uri", "monitor-net"]),
        ("changes answers", ["http-response", "tcp-response", "errorfile", "errorfiles", "errorloc", "http-errors", "http-error", "rspadd"]),
        ("remembers who asked", ["stick-table", "stick", "peers", "cookie", "persist", "appsession"]),
        ("redirects", ["redirect"]),
        ("chooses between several services", ["use_backend", "use-server"]),
        ("compresses answers", ["compression"]),
        ("keeps answers", ["cache"]),
        ("ends TLS", ["crt-store", "ssl-default-bind-options", "ssl-default-bind-ciphers", "tune.ssl.default-dh-param", "ca-base", "crt-base"]),
        ("runs Lua", ["lua-load", "lua-load-per-thread", "lua-prepend-path"]),
        ("shows its statistics", ["stats"]),
        ("copies or filters requests", ["filter", "spoe-agent"]),
    ];

    /// <summary>What a line does besides passing requests on, as the rest of a sentence; null for nothing.</summary>
    /// <param name="section">The section's kind: <c>global</c>, <c>frontend</c> and so on.</param>
    /// <param name="words">The line's words.</param>
    public static string? More(string section, string[] words) => section switch
    {
        "global" when Global.Contains(words[0]) => null,
        "resolvers" when Resolvers.Contains(words[0]) => null,
        "defaults" or "frontend" or "backend" or "listen" when Passing.Contains(words[0]) => null,
        "defaults" or "frontend" or "backend" or "listen" when Known(words) is { } deed => deed.Length == 0 ? null : deed,
        _ => Deeds.FirstOrDefault(d => d.Words.Contains(words[0])).Deed ?? $"has a line {words[0]} that Slipway's own configuration has not",
    };

    /// <summary>What a line does that means passing on or more, by its values; null when its first word says it.</summary>
    private static string? Known(string[] words) => words switch
    {
        ["mode", "http"] => "",
        ["mode", ..] => "passes on more than HTTP",
        ["timeout", ..] => "",
        ["log", ..] => "",
        ["balance", "roundrobin" or "leastconn" or "static-rr"] => "",
        ["balance", ..] => "balances over servers in a way of its own",
        ["option", var option, .. var rest] when Options.Contains(option) => option == "forwardfor" && rest.Length > 0 ? "sets headers of its own" : "",
        ["option", var option, ..] => $"has an option {option} that Slipway's own configuration has not",
        ["bind", var address] => address.StartsWith(':') || address.StartsWith("*:", StringComparison.Ordinal) ? "" : "listens in a way of its own",
        ["bind", .. var options] => options.Contains("ssl") ? "ends TLS" : "listens in a way of its own",
        ["server", _, _, .. var options] when options.Any(o => o.StartsWith("send-proxy", StringComparison.Ordinal)) => "speaks the PROXY protocol",
        ["server", _, _, .. var options] => options.All(o => ServerWords.Contains(o) || o.All(char.IsLetterOrDigit) && IsValue(options, o))
            ? ""
            : "balances over servers in a way of its own",
        _ => null,
    };

    /// <summary>Whether a word is the value of the one before it.</summary>
    private static bool IsValue(string[] options, string word)
    {
        for (var at = 1; at < options.Length; at++)
        {
            if (options[at] == word && options[at - 1] != "check" && ServerWords.Contains(options[at - 1]))
            {
                return true;
            }
        }

        return false;
    }
}
