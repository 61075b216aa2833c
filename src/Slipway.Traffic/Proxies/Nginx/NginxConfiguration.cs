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

    public string Write()
    {
        _text.Line($"# Slipway wrote this for {plan.Application}. Edits are lost with the next deployment.")
            .Line("worker_processes auto;")
            .Line("worker_rlimit_nofile 16384;")
            .Line("error_log /dev/stderr warn;")
            .Block("events {", () => _text.Line("worker_connections 8192;"), "}")
            .Block("http {", WriteHttp, "}");
        return _text.ToString();
    }

    private void WriteHttp()
    {
        WriteCommon();
        foreach (var backend in plan.Backends)
        {
            foreach (var slot in new[] { Slot.Blue, Slot.Green })
            {
                WriteUpstream(backend, slot);
            }
        }

        foreach (var listener in plan.Listeners)
        {
            WriteListener(listener, listener.Port, preview: false);
            WriteListener(listener, ProxyPorts.PreviewOf(plan, listener), preview: true);
        }

        WriteSlots();
    }

    private void WriteCommon()
    {
        _text.Line("server_tokens off;")
            .Line("variables_hash_bucket_size 128;")
            .Line("server_names_hash_bucket_size 128;")
            .Line($"log_format {FailureLog.Mark} '{FailureLog.Mark} $proxy_host $status - $request_method $uri';")
            .Line("map $status $failed { default 0; ~^5 1; }")
            .Line($"access_log /dev/stdout {FailureLog.Mark}" + (plan.LogEveryRequest ? ";" : " if=$failed;"))
            .Line();
        WriteHeaders();
        _text.Line()
            .Line("# No limit is below those of applications: 64 KB of headers in a request, and as much in an answer.")
            .Line("client_header_buffer_size 8k;")
            .Line("large_client_header_buffers 4 128k;")
            .Line("proxy_buffer_size 64k;")
            .Line("proxy_buffers 4 64k;")
            .Line("client_max_body_size 0;")
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
    }

    private void WriteHeaders()
    {
        _text.Line("# What the slots are told about the client. A proxy in front of this one knows better whether it came by https.")
            .Line("""map $http_upgrade $client_connection { default upgrade; "" ""; }""")
            .Line("""map $http_x_forwarded_proto $client_scheme { default $http_x_forwarded_proto; "" $scheme; }""");
        _text.Line("proxy_http_version 1.1;")
            .Line("proxy_set_header Host $http_host;")
            .Line("proxy_set_header Upgrade $http_upgrade;")
            .Line("proxy_set_header Connection $client_connection;")
            .Line("underscores_in_headers on;");

        // What a front says of the client, and what it does not say, is as it would be without a proxy between.
        if (plan.IsBehindFront)
        {
            return;
        }

        _text.Line("proxy_set_header X-Real-IP $remote_addr;")
            .Line("proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;")
            .Line("proxy_set_header X-Forwarded-Proto $client_scheme;")
            .Line("proxy_set_header X-Forwarded-Host $http_host;");
        foreach (var name in ClientHeaders.LookAlikes)
        {
            _text.Line($"""proxy_set_header {name} "";""");
        }
    }

    private void WriteUpstream(Backend backend, Slot slot) =>
        _text.Line().Block($"upstream {backend.Service}_{slot.Name()} {{", () => _text
            .Line($"server {backend.EndPointOf(slot)};")
            .Line("keepalive 64;")
            // Closed soon, so that a slot without requests is seen to be without connections, and by us, before the
            // application's own timeout can close one that a request is just being written to.
            .Line("keepalive_timeout 200ms;"), "}");

    private void WriteListener(Listener listener, int port, bool preview)
    {
        foreach (var host in RoutesByHost.Of(listener))
        {
            _text.Line().Block("server {", () =>
            {
                _text.Line(host.Host is null ? $"listen {port} default_server;" : $"listen {port};");
                if (host.Host is not null)
                {
                    _text.Line($"server_name {host.Host};");
                }

                WriteChoice(host.Routes.Select(r => r.Service).Distinct(), preview);
                foreach (var route in host.Routes)
                {
                    WriteRoute(route, preview);
                }

                if (!preview)
                {
                    WriteLastAnswers(host.Routes.Select(r => r.Service).Distinct());
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

    private void WriteRoute(Route route, bool preview)
    {
        string[] places = route.PathPrefix.EndsWith('/') ? [route.PathPrefix] : [$"= {route.PathPrefix}", $"{route.PathPrefix}/"];
        foreach (var place in places)
        {
            _text.Block($"location {place} {{", () =>
            {
                if (!preview)
                {
                    _text.Line($"error_page {DrainFlags.Status} = @{route.Service};")
                        .Line($"if (-f {DrainFlags.OfThisWorker}) {{ return {DrainFlags.Status}; }}");
                }

                _text.Line(PassTo(route.Service));
            }, "}");
        }
    }

    private string PassTo(string service) => $"proxy_pass http://{service}_{_variables[service]};";

    // Where the requests of a worker that drains its clients go on, unchanged: nginx says "Connection: close" here.
    private void WriteLastAnswers(IEnumerable<string> services)
    {
        foreach (var service in services)
        {
            _text.Line($"location @{service} {{ keepalive_timeout 0; {PassTo(service)} }}");
        }
    }

    private void WriteSlots() =>
        _text.Line().Block("server {", () =>
        {
            _text.Line($"listen {ProxyPorts.Slots};").Line("access_log off;");
            WriteChoice(plan.Backends.Select(b => b.Service), preview: false);
            var lines = string.Concat(SlotLines.Of(plan, s => _variables[s]).Select(l => l + "\\n"));
            _text.Block($"location = {ProxyPorts.SlotsPath} {{", () => _text
                .Line("default_type text/plain;")
                .Line($"return 200 \"{lines}\";"), "}")
                .Line("location / { return 404; }");
        }, "}");

    private static string Seconds(TimeSpan time) => $"{(long)time.TotalSeconds}s";
}
