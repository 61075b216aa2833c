using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies.Caddy;

/// <summary>
/// Writes the Caddyfile, in the form that <c>caddy fmt</c> gives it: Caddy warns of any other. The slot is chosen per request by whether a
/// flag file exists: whatever is changed through Caddy's API is a reload, which cuts websockets.
/// </summary>
/// <remarks>Names of snippets and matchers hold a colon, which no service's name does, so that they can't be another service's.</remarks>
internal sealed class CaddyConfiguration(ProxyPlan plan)
{
    private const string Log = "any:log";
    private const string Request = "any:request";
    private const string Slots = "any:slot";

    private readonly ConfigurationText _text = new("\t");

    public string Write()
    {
        _text.Line($"# Slipway wrote this for {plan.Application}. Edits are lost with the next deployment.");
        Block("", WriteGlobal);
        Snippet(Log, () => Block("log", () =>
        {
            _text.Line("output stdout");
            WriteFilter();
        }));
        Snippet(Request, WriteRequest);
        Snippet(Slots, WriteAnySlot);
        foreach (var backend in plan.Backends)
        {
            WriteBackend(backend);
        }

        foreach (var listener in plan.Listeners)
        {
            WriteListener(listener, listener.Port, preview: false);
            WriteListener(listener, ProxyPorts.PreviewOf(plan, listener), preview: true);
        }

        WriteSlots();
        return _text.ToString();
    }

    private static string GreenOf(string service) => $"{service}:green";

    private void WriteGlobal()
    {
        _text.Line($"admin {AdminSocket.Address}").Line("auto_https off");
        Block("servers", () => _text.Line("protocols h1"));
        Block("log", () =>
        {
            _text.Line("output stderr").Line("level WARN");
            WriteFilter();
        });
    }

    // Queries and headers may hold secrets.
    private void WriteFilter() => Block("format filter", () =>
    {
        _text.Line("wrap json");
        Block("fields", () => _text
            .Line("""request>uri regexp \?.* "" """.TrimEnd())
            .Line("request>headers delete")
            .Line("resp_headers delete"));
    });

    /// <summary>What is done with each request before it goes to a slot.</summary>
    private void WriteRequest()
    {
        if (!plan.LogEveryRequest)
        {
            WriteLogging(skip: true);
        }

        // No limit, but a reader that remembers the end. Go's client asks for it once more after all was sent; its server, which has closed the
        // body as soon as the answer's head is on its way, calls that an error, and the answer is broken off. With three endless loops beside
        // it on two cores: 2 of 8,368 requests failed without this, 0 of 29,134 with it.
        Block("request_body", () => _text.Line("max_size 8EB"));
        _text.Line("# Of all that an access log says, this is where the slot can be named, and why it did not answer.");
        Block("map {http.reverse_proxy.upstream.hostport} {http.auth.user.id}", () =>
        {
            foreach (var choice in plan.Backends.SelectMany(b => new[] { Slot.Blue, Slot.Green }.Select(s => (b, s))))
            {
                _text.Line($"{choice.b.EndPointOf(choice.s)} \"{new SlotChoice(choice.b.Service, choice.s)} {{http.error.message}}\"");
            }
        });
        WriteClient();
        Block("@closing", () =>
        {
            WriteFlag("file", ClosingFlag.Directory, ClosingFlag.Name);
            _text.Line("not header Upgrade *");
        });
        _text.Line("header @closing Connection close");
    }

    /// <summary>How a slot is asked, and what is done with its answer.</summary>
    private void WriteAnySlot()
    {
        _text.Line("# Nothing is held back. A negative interval would be quicker, and keep a request whose client has gone.")
            .Line("flush_interval 1ms");
        // What came, or was set above, stays; Caddy adds the peer to X-Forwarded-For.
        _text.Line("trusted_proxies 0.0.0.0/0 ::/0");
        Block("transport http", () => _text
            .Line($"dial_timeout {Seconds(plan.ConnectTimeout)}")
            .Line($"read_timeout {Seconds(plan.IdleTimeout)}")
            .Line($"write_timeout {Seconds(plan.IdleTimeout)}")
            .Line("compression off")
            // Closed soon, so that a slot without requests is seen to be without connections, and by us, before the
            // application's own timeout can close one that a request is just being written to.
            .Line("keepalive 200ms")
            .Line("keepalive_idle_conns_per_host 64"));
        if (!plan.LogEveryRequest)
        {
            _text.Line("@failed status 5xx");
            Block("handle_response @failed", () =>
            {
                WriteLogging(skip: false);
                _text.Line("copy_response");
            });
        }
    }

    /// <summary>What the slots are told about the client. A proxy in front of this one knows better whether it came by https.</summary>
    private void WriteClient()
    {
        if (plan.IsBehindFront)
        {
            _text.Line("@unnamed not header X-Real-IP *").Line("request_header @unnamed X-Real-IP {remote_host}");
            return;
        }

        _text.Line("request_header X-Real-IP {remote_host}").Line("request_header X-Forwarded-Host {hostport}");
        foreach (var name in ClientHeaders.LookAlikes)
        {
            _text.Line($"request_header -{name}");
        }
    }

    private void WriteBackend(Backend backend)
    {
        foreach (var slot in new[] { Slot.Blue, Slot.Green })
        {
            Snippet($"{backend.Service}:{slot.Name()}", () =>
                Block($"reverse_proxy {backend.EndPointOf(slot)}", () => _text.Line($"import {Slots}")));
        }

        Snippet(backend.Service, () =>
        {
            WriteHandle($"@{GreenOf(backend.Service)} ", GreenOf(backend.Service));
            WriteHandle("", $"{backend.Service}:blue");
        });
        Snippet($"{backend.Service}:preview", () =>
        {
            WriteHandle("@:blue ", $"{backend.Service}:blue");
            WriteHandle("@:green ", GreenOf(backend.Service));
            WriteHandle("", backend.Service);
        });
    }

    private void WriteListener(Listener listener, int port, bool preview) => Site(port, () =>
    {
        _text.Line($"import {Log}");
        foreach (var service in listener.Routes.Select(r => r.Service).Distinct())
        {
            WriteGreen(service);
        }

        if (preview)
        {
            _text.Line($"@:blue header {ProxyPorts.SlotHeader} blue").Line($"@:green header {ProxyPorts.SlotHeader} green");
        }

        Block("route", () =>
        {
            _text.Line($"import {Request}");
            WriteRoutes(listener, preview);
        });
        Block("handle_errors", () =>
        {
            if (!plan.LogEveryRequest)
            {
                WriteLogging(skip: false);
            }

            _text.Line("respond \"\" {http.error.status_code}");
        });
    });

    private void WriteRoutes(Listener listener, bool preview)
    {
        var number = 0;
        // Named hosts first: the first route that fits decides.
        foreach (var route in RoutesByHost.Of(listener).Reverse().SelectMany(h => h.Routes.Select(r => r with { Host = h.Host })))
        {
            var target = preview ? $"{route.Service}:preview" : route.Service;
            if (route is { Host: null, PathPrefix: "/" })
            {
                WriteHandle("", target);
                return;
            }

            Block($"@{++number}", () => WriteCondition(route));
            WriteHandle($"@{number} ", target);
        }

        _text.Line("respond 404");
    }

    private void WriteCondition(Route route)
    {
        if (route.Host is { } host)
        {
            _text.Line($"host {host}");
        }

        // Not the matcher "path", to which upper and lower case are the same.
        var pattern = route.PathPrefix.Replace(".", "\\.", StringComparison.Ordinal);
        if (route.PathPrefix != "/")
        {
            _text.Line($"path_regexp ^{pattern}{(route.PathPrefix.EndsWith('/') ? "" : "(/|$)")}");
        }
    }

    private void WriteSlots() => Site(ProxyPorts.Slots, () => Block($"route {ProxyPorts.SlotsPath}", () =>
    {
        foreach (var backend in plan.Backends)
        {
            WriteGreen(backend.Service);
            _text.Line($"vars {backend.Service} blue").Line($"vars @{GreenOf(backend.Service)} {backend.Service} green");
        }

        _text.Line($"respond \"{string.Concat(SlotLines.Of(plan, s => $"{{http.vars.{s}}}").Select(l => l + '\n'))}\"");
    }).Line("respond 404"));

    private void WriteGreen(string service) => WriteFlag($"@{GreenOf(service)} file", GreenFiles.Directory, GreenFiles.NameOf(service));

    private void WriteFlag(string matcher, string directory, string file) =>
        Block(matcher, () => _text.Line($"root {directory}").Line($"try_files {file}"));

    private void WriteHandle(string matcher, string snippet) => Block($"handle {matcher}".TrimEnd(), () => _text.Line($"import {snippet}"));

    // The second name is that of Caddy 2.8 and later.
    private void WriteLogging(bool skip)
    {
        var value = skip ? "true" : "false";
        _text.Line($"vars skip_log {value}").Line($"vars log_skip {value}");
    }

    private void Snippet(string name, Action body)
    {
        _text.Line();
        Block($"({name})", body);
    }

    private void Site(int port, Action body)
    {
        _text.Line();
        Block($"http://:{port}", body);
    }

    private ConfigurationText Block(string head, Action body) => _text.Block($"{head} {{".TrimStart(), body, "}");

    private static string Seconds(TimeSpan time) => $"{(long)time.TotalSeconds}s";
}
