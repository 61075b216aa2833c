using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies.HaProxy;

/// <summary>
/// Writes haproxy.cfg. The slot is looked up per request in a map of service to slot, an entry of which the runtime API replaces in one
/// act. (Setting one server ready and then the other to drain would be two, between which both versions would serve.)
/// </summary>
internal sealed class HaProxyConfiguration(ProxyPlan plan)
{
    private const string Nowhere = "nowhere";
    private readonly ConfigurationText _text = new("    ");

    private HaProxyCanaries Canaries => new(plan, _text);

    private HaProxyTls? Tls => plan.Tls is { } tls ? new HaProxyTls(tls, _text) : null;

    public ProxyFile Write(string path)
    {
        _text.Line($"# Slipway wrote this for {plan.Application}. Edits are lost with the next deployment.")
            .Block("global", () => (Tls?.WriteGlobal() ?? _text)
                .Line("log stdout format raw local0")
                .Line("maxconn 16384")
                // Two files a connection is what it would like to be sure of, and does not start without; one that is idle needs one.
                .Line("no strict-limits")
                // No limit is below those of applications: 64 KB of headers in a request, and as much in an answer.
                .Line("tune.bufsize 131072")
                .Line("tune.maxrewrite 8192")
                .Line("tune.http.maxhdr 1024")
                .Line($"stats socket ipv4@{RuntimeApi.AddressOf(plan)}:{RuntimeApi.Port} level admin"))
            .Line()
            .Block("defaults", WriteDefaults);
        new HaProxyHandling(_text).WriteUsers(plan.Backends);
        foreach (var listener in plan.Listeners.Where(l => !plan.PassesConnections(l)))
        {
            WriteListener(listener, $"port_{listener.Port}", Binding(plan, listener.Port), preview: false);
            var preview = ProxyPorts.PreviewOf(plan, listener);
            WriteListener(listener, $"preview_{preview}", Binding(plan, preview), preview: true);
        }

        if (Tls is { } tls)
        {
            WriteListener(
                plan.Listeners.First(l => l.Port == plan.Tls!.RoutesOf),
                $"tls_{plan.Tls!.Port}",
                $"{Binding(plan, plan.Tls.Port)} {tls.Options}",
                preview: false);
        }

        foreach (var backend in plan.Backends)
        {
            foreach (var slot in new[] { Slot.Blue, Slot.Green })
            {
                foreach (var port in backend.Ports.Where(p => p.Protocol.HasRequests))
                {
                    WriteBackend(backend, slot, port);
                }
            }
        }

        _text.Line().Block($"backend {Nowhere}", () => _text.Line("http-request deny deny_status 404"));
        WriteSlots();
        new TcpConfiguration(plan, _text).Write();
        return new ProxyFile(path, _text.ToString()) { Extras = _text.Extras, IsSecret = plan.Backends.Any(b => b.Handling.Users.Count > 0) };
    }

    internal static string SlotOf(string service) => $"%[str({service}),map({SlotMap.File},blue)]";

    /// <summary>Where it listens for a port.</summary>
    internal static string Binding(ProxyPlan plan, int port) => string.Join(',', ProxySeat.Ends(plan.Seat, port, all: "*:"));

    private void WriteDefaults()
    {
        _text.Line("mode http").Line("log global").Line($"log-format \"{FailureLog.Mark} %b %ST %ts %HM %HPO\"");
        if (!plan.LogEveryRequest)
        {
            _text.Line("option dontlog-normal");
        }

        if (!plan.IsBehindFront)
        {
            _text.Line("option forwardfor");
        }

        _text.Line("http-reuse safe")
            // A worker that is replaced keeps an idle connection until it can say "Connection: close" in its next answer.
            .Line("option idle-close-on-response")
            .Line($"timeout connect {Seconds(plan.ConnectTimeout)}")
            .Line($"timeout http-request {Seconds(plan.RequestTimeout)}")
            .Line($"timeout http-keep-alive {Seconds(plan.KeepAliveTimeout ?? TimeSpan.FromSeconds(75))}")
            .Line($"timeout client {Seconds(plan.LongestSilence)}")
            .Line($"timeout server {Seconds(plan.IdleTimeout)}")
            .Line($"timeout tunnel {Seconds(plan.IdleTimeout)}");
    }

    private void WriteListener(Listener listener, string name, string binding, bool preview) =>
        _text.Line().Block($"frontend {name}", () =>
        {
            _text.Line($"bind {binding}");
            if (plan.ProxyProtocolPorts.Any(p => binding.Split(' ')[0] == $"*:{p}"))
            {
                _text.Line($"tcp-request connection expect-proxy layer4 if {{ src {string.Join(' ', plan.Trusted)} }}");
            }

            _text
                .Line($"http-after-response set-header Connection close if {{ {SlotMap.IsDraining} }} !{{ status 101 }}");
            // HAProxy itself lets a NUL pass, at which many programs end a text.
            _text.Line("http-request deny deny_status 400 if { req.hdrs -m reg [^\\\\x01-\\\\xff] }")
                // Of HTTP/2 it makes one address of host and path, and would take a path within the host for the beginning of the path.
                .Line("http-request deny deny_status 400 if { req.hdr(host) -m reg [/?\\#@\\\\\\\\] }");
            if (!preview)
            {
                Tls?.WriteFrontend(listener);
            }

            new HaProxyClient(plan, _text).Write();
            if (preview)
            {
                _text.Line($"http-request set-var({HaProxyHandling.Preview}) bool(true)")
                    .Line($"http-request set-var(txn.slot) req.hdr({ProxyPorts.SlotHeader})")
                    .Line("acl previews var(txn.slot) -m str blue green");
            }

            if (!preview)
            {
                _text.Extra(plan.Extra);
            }

            Canaries.WriteBuckets(preview ? [] : listener.Routes.Select(r => r.Service).Distinct());

            // Named hosts first: the first rule that fits decides.
            foreach (var (host, route) in RoutesByHost.InOrder(listener))
            {
                WriteRoute(host, route, preview);
            }

            _text.Line($"default_backend {Nowhere}");
        });

    private void WriteRoute(string? host, Route? route, bool preview)
    {
        var condition = $"{Condition(host)} {Condition(route)}".Trim();
        if (route is null)
        {
            if (host is not null)
            {
                _text.Line($"use_backend {Nowhere} if {condition}");
            }

            return;
        }

        var (backend, port) = plan.TargetOf(route);
        if (preview)
        {
            _text.Line($"use_backend {backend.NameOf("%[var(txn.slot)]", port.Number)} if previews {condition}".TrimEnd());
        }

        if (!preview)
        {
            Canaries.WriteRoute(backend, port.Number, condition);
        }

        _text.Line($"use_backend {backend.NameOf(SlotOf(route.Service), port.Number)}" + (condition.Length > 0 ? $" if {condition}" : ""));
    }

    private static string Condition(string? host) =>
        host is null ? ""
        : HostPattern.IsWildcard(host) ? $"{{ req.hdr(host),field(1,:),lower -m end {host[1..]} }}"
        : $"{{ req.hdr(host),field(1,:),lower {host} }}";

    private static string Condition(Route? route) =>
        route is null or { PathPrefix: "/" } ? ""
        : route.PathPrefix.EndsWith('/') ? $"{{ path_beg {route.PathPrefix} }}"
        : $"{{ path,concat(/) -m beg {route.PathPrefix}/ }}";

    private void WriteBackend(Backend backend, Slot slot, SlotPort port) =>
        _text.Line().Block($"backend {backend.NameOf(slot.Name(), port.Number)}", () =>
        {
            new HaProxyHandling(_text).Write(backend);

            // Idle connections are closed soon, and by us, before the application's own timeout can close one that a
            // request is just being written to.
            var server = $"{backend.EndPointOf(slot, port.Number)} pool-purge-delay 200ms{(port.Protocol.IsHttp2 ? " proto h2" : "")}";
            _text.Line($"server {slot.Name()} {server}");
            if (port.Protocol == SlotProtocol.Grpc)
            {
                return;
            }

            // The same once more, so that requests with a body are counted by themselves; those of gRPC may be streams without an end.
            var uploads = slot.Name() + HaProxyProxy.Uploads;
            _text.Line($"server {uploads} {server} weight 0")
                .Line("acl grpc req.hdr(content-type) -m beg application/grpc")
                .Line($"use-server {uploads} if {{ req.hdr_val(content-length) gt 0 }} !grpc")
                .Line($"use-server {uploads} if {{ method POST PUT PATCH }} !{{ req.hdr(content-length) -m found }} !grpc");
        });

    private void WriteSlots() =>
        _text.Line().Block("frontend slots", () =>
        {
            var lines = string.Concat(SlotLines.Of(plan, SlotOf, HaProxyCanaries.StateOf).Select(l => l.Replace(" ", "\\ ", StringComparison.Ordinal) + "\\n"));
            _text.Line($"bind {Binding(plan, ProxyPorts.Slots)}")
                .Line("http-request set-log-level silent")
                .Line($"http-request return status 200 content-type text/plain lf-string \"{lines}\" if {{ path {ProxyPorts.SlotsPath} }}")
                .Line("http-request deny deny_status 404");
        });

    private static string Seconds(TimeSpan time) => $"{(long)time.TotalSeconds}s";
}
