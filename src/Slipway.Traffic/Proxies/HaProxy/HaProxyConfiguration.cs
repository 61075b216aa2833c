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

    public string Write()
    {
        _text.Line($"# Slipway wrote this for {plan.Application}. Edits are lost with the next deployment.")
            .Block("global", () => _text
                .Line("log stdout format raw local0")
                .Line("maxconn 8192")
                // No limit is below those of applications: 64 KB of headers in a request, and as much in an answer.
                .Line("tune.bufsize 131072")
                .Line("tune.maxrewrite 8192")
                .Line("tune.http.maxhdr 1024")
                .Line($"stats socket ipv4@127.0.0.1:{RuntimeApi.Port} level admin"))
            .Line()
            .Block("defaults", WriteDefaults);
        foreach (var listener in plan.Listeners)
        {
            WriteListener(listener, listener.Port, preview: false);
            WriteListener(listener, ProxyPorts.PreviewOf(plan, listener), preview: true);
        }

        foreach (var backend in plan.Backends)
        {
            foreach (var slot in new[] { Slot.Blue, Slot.Green })
            {
                WriteBackend(backend, slot);
            }
        }

        _text.Line().Block($"backend {Nowhere}", () => _text.Line("http-request deny deny_status 404"));
        WriteSlots();
        return _text.ToString();
    }

    private static string SlotOf(string service) => $"%[str({service}),map({SlotMap.File},blue)]";

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
            .Line("timeout http-request 60s")
            .Line("timeout http-keep-alive 75s")
            .Line($"timeout client {Seconds(plan.IdleTimeout)}")
            .Line($"timeout server {Seconds(plan.IdleTimeout)}")
            .Line($"timeout tunnel {Seconds(plan.IdleTimeout)}");
    }

    private void WriteListener(Listener listener, int port, bool preview) =>
        _text.Line().Block($"frontend {(preview ? "preview" : "port")}_{port}", () =>
        {
            _text.Line($"bind *:{port}")
                .Line($"http-after-response set-header Connection close if {{ {SlotMap.IsDraining} }} !{{ status 101 }}");
            WriteHeaders();
            if (preview)
            {
                _text.Line($"http-request set-var(txn.slot) req.hdr({ProxyPorts.SlotHeader})")
                    .Line("acl previews var(txn.slot) -m str blue green");
            }

            // Named hosts first: the first rule that fits decides.
            foreach (var route in RoutesByHost.Of(listener).Reverse().SelectMany(h => h.Routes.Select(r => r with { Host = h.Host })))
            {
                WriteRoute(route, preview);
            }

            _text.Line($"default_backend {Nowhere}");
        });

    private void WriteHeaders()
    {
        // What a front says of the client, and what it does not say, is as it would be without a proxy between.
        if (plan.IsBehindFront)
        {
            return;
        }

        _text.Line("http-request set-header X-Real-IP %[src]")
            .Line("http-request set-header X-Forwarded-Host %[req.hdr(host)]")
            .Line("http-request set-header X-Forwarded-Proto http unless { req.hdr(x-forwarded-proto) -m found }")
            .Line($"http-request del-header ^({string.Join('|', ClientHeaders.LookAlikes.Select(n => n.ToLowerInvariant()))})$ -m reg");
    }

    private void WriteRoute(Route route, bool preview)
    {
        var condition = Condition(route);
        if (preview)
        {
            _text.Line($"use_backend {route.Service}_%[var(txn.slot)] if previews {condition}".TrimEnd());
        }

        _text.Line($"use_backend {route.Service}_{SlotOf(route.Service)}" + (condition.Length > 0 ? $" if {condition}" : ""));
    }

    private static string Condition(Route route)
    {
        var host = route.Host is null ? "" : $"{{ req.hdr(host),field(1,:),lower {route.Host} }}";
        var path = route.PathPrefix == "/" ? ""
            : route.PathPrefix.EndsWith('/') ? $"{{ path_beg {route.PathPrefix} }}"
            : $"{{ path,concat(/) -m beg {route.PathPrefix}/ }}";
        return $"{host} {path}".Trim();
    }

    private void WriteBackend(Backend backend, Slot slot) =>
        _text.Line().Block($"backend {backend.Service}_{slot.Name()}", () => _text
            // Idle connections are closed soon, and by us, before the application's own timeout can close one that a
            // request is just being written to.
            .Line($"server {slot.Name()} {backend.EndPointOf(slot)} pool-purge-delay 200ms"));

    private void WriteSlots() =>
        _text.Line().Block("frontend slots", () =>
        {
            var lines = string.Concat(SlotLines.Of(plan, SlotOf).Select(l => l.Replace(" ", "\\ ", StringComparison.Ordinal) + "\\n"));
            _text.Line($"bind *:{ProxyPorts.Slots}")
                .Line("http-request set-log-level silent")
                .Line($"http-request return status 200 content-type text/plain lf-string \"{lines}\" if {{ path {ProxyPorts.SlotsPath} }}")
                .Line("http-request deny deny_status 404");
        });

    private static string Seconds(TimeSpan time) => $"{(long)time.TotalSeconds}s";
}
