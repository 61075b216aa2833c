using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Slipway.Compose.Drafts;

/// <summary>What an nginx configuration passes on to which service, and whether it does anything else.</summary>
/// <param name="Prefixes">The path prefixes with the service and the port behind each.</param>
/// <param name="NotHttp">What it speaks something else than HTTP to, such as FastCGI.</param>
/// <param name="More">The first directive that does more than pass requests on, or null.</param>
internal sealed partial record NginxRoutes(ImmutableArray<(string Prefix, string Service, int Port)> Prefixes, ImmutableHashSet<string> NotHttp, string? More)
{
    /// <summary>What Slipway's own configuration does as well, or can do without.</summary>
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal)
    {
        "events", "http", "server", "upstream", "location", "map", "default", "listen", "server_name", "set", "include", "resolver", "user", "pid", "daemon",
        "worker_processes", "worker_connections", "worker_rlimit_nofile", "multi_accept", "use", "error_log", "access_log", "log_format", "default_type",
        "sendfile", "tcp_nopush", "tcp_nodelay", "keepalive", "keepalive_timeout", "keepalive_requests", "types_hash_max_size", "server_names_hash_bucket_size",
        "server_tokens", "client_max_body_size", "client_body_timeout", "gzip", "gzip_types", "gzip_vary", "gzip_proxied", "gzip_min_length", "gzip_comp_level",
        "proxy_pass", "proxy_set_header", "proxy_http_version", "proxy_buffering", "proxy_request_buffering", "proxy_buffers", "proxy_buffer_size",
        "proxy_busy_buffers_size", "proxy_connect_timeout", "proxy_read_timeout", "proxy_send_timeout", "proxy_redirect", "proxy_cache_bypass", "send_timeout",
    };

    /// <summary>Reads a configuration, whole or a part that another one includes.</summary>
    public static NginxRoutes Read(string text, Func<string, bool> isService)
    {
        var words = Word().Matches(Comment().Replace(text, "")).Select(m => m.Value).ToList();
        var upstreams = new Dictionary<string, (string Service, int Port)>(StringComparer.Ordinal);
        var found = new List<(string Prefix, string Target)>();
        var others = new HashSet<string>(StringComparer.Ordinal);
        string? more = null;
        var (blocks, statement, servers) = (new Stack<string[]>(), new List<string>(), 0);
        foreach (var word in words)
        {
            if (word is not (";" or "{" or "}"))
            {
                statement.Add(word.Trim('"', '\''));
                continue;
            }

            if (statement is [var directive, ..])
            {
                var inMap = blocks.TryPeek(out var around) && around[0] == "map";
                if (word == "{" && directive == "server")
                {
                    servers++;
                }

                if (!inMap && (!Plain.Contains(directive) || servers > 1 || statement.Contains("ssl") || (directive == "location" && !IsPrefix(statement))))
                {
                    more ??= directive;
                }

                if (directive == "server" && word == ";" && around is ["upstream", var name, ..])
                {
                    Add(upstreams, name, statement[1]);
                }

                if (directive is "fastcgi_pass" or "uwsgi_pass" or "scgi_pass" or "grpc_pass")
                {
                    others.Add(statement[^1].Split("//")[^1].Split(':')[0]);
                }

                if (directive == "proxy_pass" && around is ["location", .. var place])
                {
                    found.Add((place[^1], statement[^1]));
                }
            }

            if (word == "{")
            {
                blocks.Push([.. statement]);
            }

            if (word == "}")
            {
                blocks.TryPop(out _);
            }

            statement.Clear();
        }

        var prefixes = ImmutableArray.CreateBuilder<(string, string, int)>();
        foreach (var (prefix, target) in found)
        {
            // A path behind the address takes the place of the prefix, and a variable may be anything.
            if (Target().Match(target) is not { Success: true } address)
            {
                more ??= "proxy_pass";
            }
            else if (upstreams.TryGetValue(address.Groups["host"].Value, out var upstream))
            {
                prefixes.Add((prefix, upstream.Service, upstream.Port));
            }
            else
            {
                prefixes.Add((prefix, address.Groups["host"].Value, PortOf(address)));
            }

            if (target.EndsWith('/') && prefix != "/")
            {
                more ??= "proxy_pass";
            }
        }

        var notHttp = others.Select(o => upstreams.TryGetValue(o, out var upstream) ? upstream.Service : o).ToImmutableHashSet(StringComparer.Ordinal);
        return new([.. prefixes.Where(o => isService(o.Item2))], notHttp, more ?? (prefixes.All(o => isService(o.Item2)) ? null : "proxy_pass"));
    }

    private static void Add(Dictionary<string, (string Service, int Port)> upstreams, string name, string address)
    {
        if (Target().Match(address) is { Success: true } server)
        {
            upstreams.TryAdd(name, (server.Groups["host"].Value, PortOf(server)));
        }
    }

    private static int PortOf(Match address) =>
        address.Groups["port"] is { Success: true } port ? int.Parse(port.Value, System.Globalization.CultureInfo.InvariantCulture) : 80;

    private static bool IsPrefix(List<string> location) => location is [_, ['/', ..]] or [_, "^~", ['/', ..]];

    [GeneratedRegex(@"(?m)(?:^|(?<=[\s;{}]))#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex("""[;{}](?=\s|$)|"[^"]*"|'[^']*'|(?:\$\{[^}]*\}|[^\s;{}"'])+|[;{}]""")]
    private static partial Regex Word();

    [GeneratedRegex("^(?:http://)?(?<host>[A-Za-z0-9][A-Za-z0-9_.-]*)(?::(?<port>[0-9]{1,5}))?/?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Target();
}
