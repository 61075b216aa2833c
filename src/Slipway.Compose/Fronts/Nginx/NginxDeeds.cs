namespace Slipway.Compose.Fronts.Nginx;

/// <summary>Says in words what a directive does besides passing requests on.</summary>
internal static class NginxDeeds
{
    private static readonly (string Deed, string[] Starts)[] Words =
    [
        ("asks who somebody is", ["auth_", "satisfy"]),
        ("lets only some in", ["allow", "deny", "limit_except", "valid_referers", "secure_link"]),
        ("limits requests",
            ["limit_", "client_body_timeout", "client_header_timeout", "send_timeout", "large_client_header_buffers", "client_header_buffer_size"]),
        ("limits the size of requests", ["client_max_body_size", "client_body_buffer_size"]),
        ("compresses answers", ["gzip", "brotli", "zstd", "gunzip"]),
        ("adds headers to answers", ["add_header", "add_trailer", "expires", "more_", "etag", "if_modified_since"]),
        ("takes headers from answers", ["proxy_hide_header", "proxy_pass_header", "proxy_ignore_headers", "proxy_cookie_"]),
        ("sets headers of its own",
            ["proxy_set_header", "proxy_pass_request_", "proxy_set_body", "proxy_method", "real_ip", "set_real_ip", "underscores_in_headers"]),
        ("serves files", ["root", "alias", "try_files", "index", "autoindex", "mp4", "flv", "dav_", "random_index", "open_file_cache"]),
        ("ends TLS", ["ssl", "proxy_ssl"]),
        ("rewrites or answers itself",
        [
            "return", "rewrite", "error_page", "recursive_error_pages", "proxy_intercept_errors", "internal", "if", "break", "empty_gif", "stub_status",
        ]),
        ("decides by variables", ["map", "geo", "split_clients", "set", "perl", "js_"]),
        ("keeps answers", ["proxy_cache", "proxy_store", "fastcgi_cache", "slice"]),
        ("runs Lua",
        [
            "lua_", "content_by_lua", "access_by_lua", "rewrite_by_lua", "init_by_lua", "init_worker_by_lua", "header_filter_by_lua", "body_filter_by_lua",
            "log_by_lua", "balancer_by_lua", "set_by_lua", "ssl_certificate_by_lua",
        ]),
        ("changes answers", ["sub_filter", "addition_", "add_before_body", "add_after_body", "ssi", "charset", "image_filter", "xslt_"]),
        ("speaks something else than HTTP/1.1 to what is behind it", ["fastcgi_", "uwsgi_", "scgi_", "grpc_", "memcached_", "proxy_http_version"]),
        ("passes on more than HTTP", ["stream", "mail"]),
        ("copies requests", ["mirror"]),
        ("balances over servers in a way of its own", ["ip_hash", "least_conn", "hash", "random", "least_time", "sticky", "queue", "proxy_next_upstream"]),
        ("writes logs of its own", ["access_log", "log_format", "log_", "open_log_file_cache"]),
        ("loads modules", ["load_module"]),
        ("holds answers back in a way of its own", ["proxy_buffer", "proxy_busy", "proxy_max_temp", "proxy_temp", "output_buffers", "postpone_output"]),
        ("waits in a way of its own", ["proxy_read_timeout", "proxy_send_timeout", "proxy_connect_timeout"]),
    ];

    /// <summary>What a directive does, as the rest of a sentence.</summary>
    public static string Of(string directive) =>
        Words.FirstOrDefault(w => w.Starts.Any(s => directive == s || (directive.StartsWith(s, StringComparison.Ordinal) && IsStart(directive, s)))).Deed
            ?? $"has a directive {directive} that Slipway's own configuration has not";

    private static bool IsStart(string directive, string start) => start.EndsWith('_') || directive[start.Length] == '_';
}
