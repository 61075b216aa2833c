using System.Globalization;
using Slipway.Traffic.Requests;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies.Nginx;

/// <summary>
/// Writes what is done with the requests of a service, into the locations that pass them on. Where a location has headers of its own, nginx forgets those
/// that hold outside of it, so that they are repeated.
/// </summary>
internal sealed class NginxHandling(ProxyPlan plan, ConfigurationText text)
{
    private const string Proxy = "proxy";
    private const string Grpc = "grpc";
    private const string Asked = "$asked";
    private const string Tried = "$tried";
    private const string TriedUpstream = "$tried_upstream";
    private const string Pages = "/.slipway/";

    private bool ShowsPages => plan.Backends.Any(b => b.Handling.Maintenance is not null);

    private IReadOnlyList<(string Name, string Value)> Client { get; } = new NginxClient(plan).Headers;

    /// <summary>Writes what holds for all services.</summary>
    public void WriteCommon()
    {
        var values = plan.Backends.SelectMany(b => b.Handling.RequestHeaders.Concat(b.Handling.ResponseHeaders)).Select(h => h.Value);
        if (values.Any(v => v?.Contains('$', StringComparison.Ordinal) == true))
        {
            text.Line(NginxText.DollarDefinition);
        }

        text.Line("proxy_headers_hash_max_size 2048;").Line("proxy_headers_hash_bucket_size 128;");
        WriteHeaders(Proxy, []);
    }

    /// <summary>Writes what holds for all services that are spoken to by HTTP/2.</summary>
    public void WriteCommonOfGrpc() => WriteHeaders(Grpc, []);

    /// <summary>Writes the part of a location that is the service's own.</summary>
    /// <param name="preview">Whether only Slipway itself asks.</param>
    /// <param name="inherited">The directives about headers of answers that hold where the location is.</param>
    public void WriteLocation(Backend backend, SlotPort port, IEnumerable<string> inherited, bool preview)
    {
        var (handling, module) = (backend.Handling, port.Protocol.IsHttp2 ? Grpc : Proxy);
        if (handling.MaxBody is { } most)
        {
            text.Line(string.Create(CultureInfo.InvariantCulture, $"client_max_body_size {most};"));
        }

        if (handling.ConnectTimeout is { } connect)
        {
            text.Line($"{module}_connect_timeout {Seconds(connect)};");
        }

        if (handling.ResponseTimeout is { } response)
        {
            text.Line($"{module}_read_timeout {Seconds(response)};").Line($"{module}_send_timeout {Seconds(response)};");
        }

        if (handling.RequestHeaders.Count > 0)
        {
            WriteHeaders(module, handling.RequestHeaders);
        }

        if (handling.ResponseHeaders.Count > 0)
        {
            WriteAnswers(module, handling.ResponseHeaders, inherited);
        }

        if (handling.IsBuffered == true)
        {
            text.Line("proxy_buffering on;").Line("proxy_request_buffering on;");
        }

        if (handling.IsCompressed == true)
        {
            text.Line("gzip on;").Line("gzip_comp_level 5;").Line("gzip_proxied any;").Line("gzip_vary on;").Line($"gzip_min_length {CompressedTypes.Least};")
                .Line($"gzip_types {string.Join(' ', CompressedTypes.Others)};");
        }

        if (handling.Users.Count > 0 && !preview)
        {
            text.Line($"auth_basic \"{backend.Service}\";").Line($"auth_basic_user_file {ProxyFileNames.UsersOf(backend.Service)};");
        }

        if (handling.Maintenance is not null)
        {
            text.Line($"error_page 502 504 =503 {Pages}{backend.Service};");
        }

        text.Extra(handling.Extra);
    }

    /// <summary>How the log tells of a request: the slot that it was given to, the status, and what was asked, also when something else is answered.</summary>
    public string Logged(Http2Passes http2) => ShowsPages
        ? $"{TriedUpstream} $status - {Asked}"
        : $"$proxy_host{(http2.IsUsed ? Http2Passes.Variable : "")} $status - $request_method $uri";

    /// <summary>Writes what holds for all errors.</summary>
    public void WriteCommonOfErrors()
    {
        if (ShowsPages)
        {
            text.Line("recursive_error_pages on;")
                .Line("uninitialized_variable_warn off;")
                .Line($"map $proxy_host {TriedUpstream} {{ \"\" {Tried}; default $proxy_host; }}")
                .Line($"map $request {Asked} {{ \"~^(?<asked_for>[^ ]+ [^ ?]+)\" $asked_for; }}");
        }
    }

    /// <summary>Writes, into a location, which slot a request is given to.</summary>
    public void WriteTried(string upstream)
    {
        if (ShowsPages)
        {
            text.Line($"set {Tried} {upstream};");
        }
    }

    /// <summary>Writes the locations of the pages that are shown in place of a slot's answer.</summary>
    public void WritePages(IEnumerable<Backend> backends)
    {
        foreach (var backend in backends.Where(b => b.Handling.Maintenance is not null))
        {
            text.Block($"location = {Pages}{backend.Service} {{", () => text
                .Line("internal;")
                .Line($"alias {ProxyFileNames.PageOf(backend.Service)};")
                .Line("types { }")
                .Line("default_type \"text/html; charset=utf-8\";")
                .Line($"add_header Retry-After {(long)backend.Handling.Maintenance!.RetryAfter.TotalSeconds} always;")
                .Line("add_header Cache-Control no-store always;"), "}");
        }
    }

    /// <summary>Whether a directive is about headers of answers, and so forgotten where there are others.</summary>
    public static bool IsOfAnswers(string directive) =>
        directive.StartsWith("add_header ", StringComparison.Ordinal) || directive.StartsWith("proxy_hide_header ", StringComparison.Ordinal);

    private void WriteHeaders(string module, IReadOnlyList<HeaderRule> rules)
    {
        (string, string)[] usual = module == Grpc
            ? [("Host", "$http_host")]
            : [("Host", "$http_host"), ("Upgrade", "$http_upgrade"), ("Connection", "$client_connection")];
        foreach (var (name, value) in usual.Concat(Client).Where(h => !rules.Any(r => string.Equals(r.Name, h.Item1, StringComparison.OrdinalIgnoreCase))))
        {
            text.Line($"{module}_set_header {name} {value};");
        }

        foreach (var rule in rules)
        {
            text.Line($"{module}_set_header {rule.Name} {NginxText.Quoted(rule.Value ?? "")};");
        }
    }

    private void WriteAnswers(string module, IReadOnlyList<HeaderRule> rules, IEnumerable<string> inherited)
    {
        foreach (var line in inherited.Where(l => !rules.Any(r => l.Contains($" {r.Name}", StringComparison.OrdinalIgnoreCase))))
        {
            text.Line(line);
        }

        foreach (var rule in rules)
        {
            text.Line($"{module}_hide_header {rule.Name};");
            if (rule.Value is { } value)
            {
                text.Line($"add_header {rule.Name} {NginxText.Quoted(value)} always;");
            }
        }
    }

    private static string Seconds(TimeSpan time) => $"{(long)time.TotalSeconds}s";
}
