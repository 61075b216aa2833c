using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies.Nginx;

/// <summary>
/// Writes nginx.conf. The slot is chosen per request by whether a flag file exists, so that a switch is the creation or removal of
/// that file: a reload would close the idle connections of clients, and with them the requests that are on their way.
/// </summary>
internal sealed class NginxConfiguration(ProxyPlan plan)
{
    private readonly ConfigurationText _text = new("    ");
    private readonly IReadOnlyDictionary<string, string> _variables = SlotVariables.Of(plan.Backends);

    private NginxCanaries Canaries => new(plan, _variables, _text);

    private NginxUploads Uploads => new(_variables, _text);

    private NginxTls? Tls => plan.Tls is { } tls ? new NginxTls(plan, tls, _text) : null;

    private Http2Passes Http2 => new(plan);

    private NginxHandling Handling => new(plan, _text);

    public ProxyFile Write(string path)
    {
        _text.Line($"# Slipway wrote this for {plan.Application}. Edits are lost with the next deployment.")
            .Line("worker_processes auto;")
            .Line("worker_rlimit_nofile 20000;")
            .Line("error_log /dev/stderr warn;");
        var streams = new StreamConfiguration(plan, _text);
        streams.WriteModules();
        _text.Block("events {", () => _text.Line("worker_connections 16384;"), "}")
            .Block("http {", WriteHttp, "}");
        streams.Write();
        return new ProxyFile(path, _text.ToString()) { Extras = _text.Extras };
    }

    private void WriteHttp()
    {
        WriteCommon();
        foreach (var backend in plan.Backends)
        {
            foreach (var slot in new[] { Slot.Blue, Slot.Green })
            {
                foreach (var port in backend.Ports.Where(p => p.Protocol.HasRequests))
                {
                    WriteUpstream(backend, slot, port.Number);
                }
            }
        }

        foreach (var listener in plan.Listeners.Where(l => !plan.PassesConnections(l)))
        {
            WriteListener(listener, h => PlainHeads(listener, h), preview: false);
            WriteListener(listener, h => [PlainHead(listener, ProxyPorts.PreviewOf(plan, listener), h)], preview: true);
        }

        if (Tls is { } tls)
        {
            tls.WriteRedirection();
            WriteListener(plan.Listeners.First(l => l.Port == plan.Tls!.RoutesOf), tls.HeadsOf, preview: false);
        }

        WriteSlots();
    }

    private void WriteCommon()
    {
        _text.Line("server_tokens off;")
            .Line("variables_hash_bucket_size 128;")
            .Line("server_names_hash_bucket_size 512;")
            .Line($"log_format {FailureLog.Mark} '{FailureLog.Mark} {Handling.Logged(Http2)}';")
            .Line("map $status $failed { default 0; ~^5 1; }")
            .Line($"access_log /dev/stdout {FailureLog.Mark}" + (plan.LogEveryRequest ? ";" : " if=$failed;"))
            .Line();
        WriteHeaders();
        Canaries.WriteVariables();
        Uploads.WriteCommon();
        _text.Line()
            .Line("# No limit is below those of applications: 64 KB of headers in a request, and as much in an answer.")
            .Line("client_header_buffer_size 8k;")
            .Line("large_client_header_buffers 4 128k;")
            .Line($"client_header_timeout {Seconds(plan.RequestTimeout)};")
            .Line("proxy_buffer_size 64k;")
            .Line("proxy_buffers 4 64k;")
            .Line("client_max_body_size 0;")
            .Line($"keepalive_timeout {Seconds(plan.KeepAliveTimeout ?? TimeSpan.FromSeconds(75))};")
            .Line($"client_body_timeout {Seconds(plan.IdleTimeout)};")
            .Line($"send_timeout {Seconds(plan.IdleTimeout)};")
            .Line()
            .Line("# Nothing is held back: events reach the client at once, and a request that is still being sent already")
            .Line("# counts as under way in its slot, which is therefore not stopped beneath it.")
            .Line("proxy_buffering off;")
            .Line("proxy_request_buffering off;")
            .Line($"proxy_connect_timeout {Seconds(plan.ConnectTimeout)};")
            .Line($"proxy_read_timeout {Seconds(plan.IdleTimeout)};")
            .Line($"proxy_send_timeout {Seconds(plan.IdleTimeout)};");
        Handling.WriteCommonOfErrors();
        Tls?.WriteCommon();
        if (Http2.IsUsed)
        {
            Http2.WriteCommon(_text);
            Handling.WriteCommonOfGrpc();
        }

        _text.Extra(plan.Extra);
    }

    private void WriteHeaders()
    {
        _text.Line("# What the slots are told about the client.")
            .Line("""map $http_upgrade $client_connection { default upgrade; "" ""; }""");
        new NginxClient(plan).WriteVariables(_text);
        _text.Line("proxy_http_version 1.1;");
        Handling.WriteCommon();
        _text.Line("underscores_in_headers on;");
    }

    private void WriteUpstream(Backend backend, Slot slot, int port) =>
        _text.Line().Block($"upstream {backend.NameOf(slot.Name(), port)} {{", () => _text
            .Line($"server {backend.EndPointOf(slot, port)};")
            .Line("keepalive 64;")
            // Closed soon, so that a slot without requests is seen to be without connections, and by us, before the
            // application's own timeout can close one that a request is just being written to.
            .Line("keepalive_timeout 200ms;"), "}");

    private IReadOnlyList<string> PlainHead(Listener listener, int port, string? host)
    {
        var options = $"{(Http2.Speaks(listener) ? " http2" : "")}{NginxClient.ListenParameter(plan, port)}";
        return host is null
            ? [.. Listens.On(plan, port, $"{options} default_server", isFirst: true)]
            : [.. Listens.On(plan, port, options, isFirst: false), $"server_name {host};"];
    }

    private IEnumerable<IReadOnlyList<string>> PlainHeads(Listener listener, string? host) =>
        Tls is { } tls && tls.Redirects(listener, host) ? [] : [PlainHead(listener, listener.Port, host)];

    /// <param name="heads">The lines with which the servers of a host begin, for each of them.</param>
    private void WriteListener(Listener listener, Func<string?, IEnumerable<IReadOnlyList<string>>> heads, bool preview)
    {
        foreach (var (host, head) in RoutesByHost.Of(listener).SelectMany(h => heads(h.Host).Select(l => (h, l))))
        {
            _text.Line().Block("server {", () =>
            {
                foreach (var line in head)
                {
                    _text.Line(line);
                }

                var services = host.Routes.Select(r => r.Service).Distinct().ToList();
                WriteChoice(services, preview);
                if (!preview)
                {
                    services.ForEach(Canaries.WriteChoice);
                    Canaries.WriteCookie(services);
                }

                string[] answers = [.. head.Where(NginxHandling.IsOfAnswers), .. preview ? [] : Canaries.AnswerHeaders(services)];
                foreach (var route in host.Routes)
                {
                    WriteRoute(route, answers, preview);
                }

                Handling.WritePages(host.Routes.Select(r => plan.TargetOf(r).Backend).Distinct());

                if (!preview)
                {
                    WriteLastAnswers(host.Routes, answers);
                }

                if (host.Routes.All(r => r.PathPrefix != "/"))
                {
                    _text.Line("location / { return 404; }");
                }
            }, "}");
        }
    }

    private void WriteChoice(IEnumerable<string> services, bool preview)
    {
        if (Http2.IsUsed)
        {
            _text.Line($"set {Http2Passes.Variable} \"\";");
        }

        foreach (var service in services)
        {
            var variable = _variables[service];
            _text.Line($"set {variable} blue;")
                .Line($"if (-f {GreenFiles.FileOf(service)}) {{ set {variable} green; }}");
            if (preview)
            {
                _text.Line($"if ($http_x_slipway_slot = blue) {{ set {variable} blue; }}")
                    .Line($"if ($http_x_slipway_slot = green) {{ set {variable} green; }}");
            }
        }
    }

    private void WriteRoute(Route route, IReadOnlyList<string> answers, bool preview)
    {
        string[] places = route.PathPrefix.EndsWith('/') ? [route.PathPrefix] : [$"= {route.PathPrefix}", $"{route.PathPrefix}/"];
        foreach (var place in places)
        {
            _text.Block($"location {place} {{", () =>
            {
                if (!preview)
                {
                    _text.Line($"error_page {DrainFlags.Status} = @{NameOf(route)};")
                        .Line($"if (-f {DrainFlags.OfThisWorker}) {{ return {DrainFlags.Status}; }}");
                }

                WritePass(route, answers, preview);
            }, "}");
        }
    }

    private void WritePass(Route route, IReadOnlyList<string> answers, bool preview)
    {
        var (backend, port) = plan.TargetOf(route);
        Uploads.WriteCount((backend, port));
        Handling.WriteLocation(backend, port, answers, preview);
        var variable = _variables[route.Service];
        var upstream = backend.NameOf(port.Number == backend.Port ? variable : $"${{{variable[1..]}}}", port.Number);
        Handling.WriteTried(upstream);
        _text.Line(port.Protocol.IsHttp2 ? Http2Passes.To(upstream) : $"proxy_pass http://{upstream};");
    }

    // No service has a name with a colon.
    private static string NameOf(Route route) => route.Port is { } port ? $"{route.Service}:{port}" : route.Service;

    // Where the requests of a worker that drains its clients go on, unchanged: nginx says "Connection: close" here.
    private void WriteLastAnswers(IEnumerable<Route> routes, IReadOnlyList<string> answers)
    {
        foreach (var route in routes.DistinctBy(NameOf))
        {
            _text.Block($"location @{NameOf(route)} {{", () =>
            {
                _text.Line("keepalive_timeout 0;");
                WritePass(route, answers, preview: false);
            }, "}");
        }
    }

    private void WriteSlots() =>
        _text.Line().Block("server {", () =>
        {
            foreach (var listen in Listens.On(plan, ProxyPorts.Slots, "", isFirst: true))
            {
                _text.Line(listen);
            }

            _text.Line("access_log off;");
            WriteChoice(plan.Backends.Select(b => b.Service), preview: false);
            Canaries.WriteState();
            var lines = string.Concat(SlotLines.Of(plan, s => _variables[s], Canaries.StateOf).Select(l => l + "\\n"));
            _text.Block($"location = {ProxyPorts.SlotsPath} {{", () => _text
                .Line("default_type text/plain;")
                .Line($"return 200 \"{lines}\";"), "}");
            Uploads.WriteAnswers();
            _text.Line("location / { return 404; }");
        }, "}");

    private static string Seconds(TimeSpan time) => $"{(long)time.TotalSeconds}s";
}
