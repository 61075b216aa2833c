using System.Globalization;

namespace Slipway.Compose.Fronts.Nginx;

/// <summary>
/// Knows the directives that mean nothing but passing requests on as Slipway's own configuration does. Whatever isn't listed means more.
/// </summary>
internal static class NginxPlain
{
    /// <summary>How long Slipway's own configuration waits for an answer, in seconds.</summary>
    private const int Patience = 3600;

    /// <summary>How many workers there are, and where they log what goes wrong.</summary>
    private static readonly HashSet<string> Process = new(StringComparer.Ordinal)
    {
        "user", "pid", "daemon", "worker_processes", "worker_rlimit_nofile", "worker_cpu_affinity", "error_log", "events", "http", "include", "pcre_jit",
    };

    private static readonly HashSet<string> Events = new(StringComparer.Ordinal) { "worker_connections", "multi_accept", "use", "accept_mutex" };

    /// <summary>How bytes are moved, which users don't notice.</summary>
    private static readonly HashSet<string> Anywhere = new(StringComparer.Ordinal)
    {
        "include", "default_type", "sendfile", "tcp_nopush", "tcp_nodelay", "keepalive_timeout", "keepalive_requests", "types_hash_max_size",
        "types_hash_bucket_size", "server_names_hash_bucket_size", "server_names_hash_max_size", "variables_hash_max_size", "variables_hash_bucket_size",
        "proxy_headers_hash_max_size", "proxy_headers_hash_bucket_size", "proxy_buffering", "proxy_request_buffering", "error_log", "resolver",
        "resolver_timeout",
    };

    private static readonly HashSet<string> Upstream = new(StringComparer.Ordinal) { "server", "keepalive", "keepalive_timeout", "keepalive_requests", "zone" };

    /// <summary>What Slipway's own configuration sets as well.</summary>
    private static readonly Dictionary<string, string[]> Headers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Host"] = ["$host", "$http_host", "$host:$server_port"],
        ["X-Real-IP"] = ["$remote_addr"],
        ["X-Forwarded-For"] = ["$proxy_add_x_forwarded_for"],
        ["X-Forwarded-Proto"] = ["$scheme"],
        ["X-Forwarded-Host"] = ["$host", "$http_host"],
        ["Upgrade"] = ["$http_upgrade"],
        ["Connection"] = ["", "upgrade", "Upgrade", "$connection_upgrade", "$http_connection"],
    };

    /// <summary>Whether a directive does nothing but pass requests on.</summary>
    /// <param name="statement">The directive.</param>
    /// <param name="around">The block that it stands in; empty at the top.</param>
    public static bool Is(NginxStatement statement, string around) => around switch
    {
        "" => Process.Contains(statement.Name),
        "events" => Events.Contains(statement.Name),
        "upstream" => Upstream.Contains(statement.Name),
        _ => Anywhere.Contains(statement.Name) || IsPlace(statement, around) || HasPlainValue(statement),
    };

    private static bool IsPlace(NginxStatement statement, string around) => (around, statement.Name) switch
    {
        ("http", "server" or "upstream" or "map") => true,
        ("server", "listen" or "server_name" or "location") => true,
        ("location", "proxy_pass") => true,
        _ => false,
    };

    private static bool HasPlainValue(NginxStatement statement) => statement switch
    {
        { Name: "proxy_set_header", Words: [_, var header, var value] } => Headers.GetValueOrDefault(header)?.Contains(value) == true,
        { Name: "proxy_http_version" } => statement.Value == "1.1",
        { Name: "proxy_redirect" } => statement.Value is "off" or "default",
        { Name: "proxy_cache_bypass" } => statement.Value == "$http_upgrade",
        { Name: "client_max_body_size" } => statement.Value.TrimEnd('k', 'K', 'm', 'M', 'g', 'G') == "0",
        { Name: "gzip" or "server_tokens" or "proxy_cache" or "auth_basic" or "autoindex" } => statement.Value == "off",
        { Name: "access_log", Words: [_, "off"] } => true,
        { Name: "access_log", Words: [_, "/dev/stdout" or "/var/log/nginx/access.log"] } => true,
        { Name: "access_log", Words: [_, "/dev/stdout" or "/var/log/nginx/access.log", "main" or "combined"] } => true,
        { Name: "log_format" } => statement.Value == "main",
        { Name: "proxy_read_timeout" or "proxy_send_timeout" or "proxy_connect_timeout" } => Seconds(statement.Value) <= Patience,
        _ => false,
    };

    /// <summary>A time as nginx writes it; endless when it is written in another way.</summary>
    private static double Seconds(string time)
    {
        var (number, unit) = time.EndsWith("ms", StringComparison.Ordinal) ? (time[..^2], 0.001)
            : time is [.. var minutes, 'm'] ? (minutes, 60)
            : time is [.. var hours, 'h'] ? (hours, 3600)
            : (time.TrimEnd('s'), 1.0);
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count * unit : double.PositiveInfinity;
    }
}
