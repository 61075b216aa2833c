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

    private CaddyCanaries Canaries => new(plan, _text);

    private CaddyPlaces Places => new(_text);

    private CaddyHandling Handling => new(plan, _text);

    private CaddyTls? Tls => plan.Tls is { } tls ? new CaddyTls(plan, tls, _text) : null;

    public ProxyFile Write(string path)
    {
        _text.Line($"# Slipway wrote this for {plan.Application}. Edits are lost with the next deployment.");
        Block("", () => CaddyGlobals.Write(plan, Tls, _text));
        Snippet(Log, () => Block("log", () =>
        {
            _text.Line("output stdout");
            CaddyGlobals.WriteFilter(_text);
        }));
        Snippet(Request, WriteRequest);
        Snippet(Slots, new CaddySlots(plan, _text).Write);
        foreach (var backend in plan.Backends)
        {
            foreach (var port in backend.Ports)
            {
                WriteBackend(backend, port);
            }
        }

        foreach (var listener in plan.Listeners)
        {
            WriteListener(listener, Plain(listener.Port), preview: false, l => Tls?.WriteRedirection(l));
            WriteListener(listener, Plain(ProxyPorts.PreviewOf(plan, listener)), preview: true);
        }

        if (Tls is { } tls)
        {
            WriteListener(plan.Listeners.First(l => l.Port == plan.Tls!.RoutesOf), tls.Site, preview: false);
        }

        WriteSlots();
        return new ProxyFile(path, _text.ToString()) { Extras = _text.Extras };
    }

    private static string GreenOf(string service) => $"{service}:green";

    /// <summary>What is done with each request before it goes to a slot.</summary>
    private void WriteRequest()
    {
        if (!plan.LogEveryRequest)
        {
            CaddySlots.WriteLogging(_text, skip: true);
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
                foreach (var port in choice.b.Ports)
                {
                    foreach (var place in CaddyPlaces.Of(choice.b.EndPointOf(choice.s, port.Number)))
                    {
                        _text.Line($"{place} \"{new SlotChoice(choice.b.Service, choice.s)} {{http.error.message}}\"");
                    }
                }
            }
        });
        CaddyClient.Write(plan, _text);
        Canaries.WriteBuckets();
        Block("@closing", () =>
        {
            WriteFlag("file", ClosingFlag.Directory, ClosingFlag.Name);
            _text.Line("not header Upgrade *");
        });
        _text.Line("header @closing Connection close");
    }

    private void WriteBackend(Backend backend, SlotPort port)
    {
        var name = NameOf(backend, port);
        foreach (var slot in new[] { Slot.Blue, Slot.Green })
        {
            Snippet($"{name}:{slot.Name()}", () => Places.WriteProxy(backend, slot, port, () =>
            {
                _text.Line($"import {Slots}");
                Handling.WriteSlot(backend);
            }));
        }

        Snippet(name, () =>
        {
            Canaries.WriteCookie(backend.Service);
            Handling.Write(backend);
            foreach (var slot in Canaries.Has(backend.Service) ? [Slot.Green, Slot.Blue] : Array.Empty<Slot>())
            {
                WriteHandle($"{CaddyCanaries.MatcherOf(backend.Service, slot)} ", $"{name}:{slot.Name()}");
            }

            WriteHandle($"@{GreenOf(backend.Service)} ", $"{name}:green");
            WriteHandle("", $"{name}:blue");
        });
        Snippet($"{name}:preview", () =>
        {
            WriteHandle("@:blue ", $"{name}:blue");
            WriteHandle("@:green ", $"{name}:green");
            WriteHandle("", name);
        });
    }

    private static string NameOf(Backend backend, SlotPort port) => port.Number == backend.Port ? backend.Service : $"{backend.Service}:{port.Number}";

    private void WriteListener(Listener listener, string site, bool preview, Action<Listener>? redirect = null) => Site(site, () =>
    {
        if (site == Tls?.Site)
        {
            Tls.WriteSite();
        }

        _text.Line($"import {Log}");
        Places.WriteMatcher();
        foreach (var service in listener.Routes.Select(r => r.Service).Distinct())
        {
            WriteGreen(service);
            Canaries.WriteMatchers(service);
        }

        if (preview)
        {
            _text.Line($"@:blue header {ProxyPorts.SlotHeader} blue").Line($"@:green header {ProxyPorts.SlotHeader} green");
        }

        Block("route", () =>
        {
            _text.Line($"import {Request}");
            redirect?.Invoke(listener);
            if (!preview)
            {
                _text.Extra(plan.Extra);
            }

            WriteRoutes(listener, preview);
        });
        Block("handle_errors", () =>
        {
            if (!plan.LogEveryRequest)
            {
                CaddySlots.WriteLogging(_text, skip: false);
            }

            Handling.WriteErrors(listener.Routes.Select(r => plan.TargetOf(r).Backend));
            _text.Line("respond \"\" {http.error.status_code}");
        });
    });

    private void WriteRoutes(Listener listener, bool preview)
    {
        var number = 0;
        // Named hosts first: the first route that fits decides.
        foreach (var (host, route) in RoutesByHost.InOrder(listener))
        {
            var matcher = "";
            if (host is not null || route is not (null or { PathPrefix: "/" }))
            {
                Block($"@{++number}", () => WriteCondition(host, route?.PathPrefix ?? "/"));
                matcher = $"@{number} ";
            }

            if (route is null)
            {
                _text.Line($"respond {matcher}404");
            }
            else
            {
                var (backend, port) = plan.TargetOf(route);
                Block($"handle {matcher}".TrimEnd(), () =>
                {
                    if (!preview)
                    {
                        Handling.WriteUsers(backend);
                    }

                    _text.Line($"import {NameOf(backend, port)}{(preview ? ":preview" : "")}");
                });
            }
        }
    }

    private void WriteCondition(string? host, string prefix)
    {
        // To the matcher "host" a star is one label.
        if (host is not null)
        {
            _text.Line(HostPattern.IsWildcard(host) ? $"header_regexp Host (?i)^[^:]+{Escaped(host[1..])}(:[0-9]+)?$" : $"host {host}");
        }

        // Not the matcher "path", to which upper and lower case are the same.
        if (prefix != "/")
        {
            _text.Line($"path_regexp ^{Escaped(prefix)}{(prefix.EndsWith('/') ? "" : "(/|$)")}");
        }
    }

    private static string Escaped(string text) => text.Replace(".", "\\.", StringComparison.Ordinal);

    private void WriteSlots() => Site(Plain(ProxyPorts.Slots), () => Block($"route {ProxyPorts.SlotsPath}", () =>
    {
        foreach (var backend in plan.Backends)
        {
            WriteGreen(backend.Service);
            _text.Line($"vars {backend.Service} blue").Line($"vars @{GreenOf(backend.Service)} {backend.Service} green");
        }

        Canaries.WriteState();
        _text.Line($"respond \"{string.Concat(SlotLines.Of(plan, s => $"{{http.vars.{s}}}", CaddyCanaries.StateOf).Select(l => l + '\n'))}\"");
    }).Block($"route {CaddyPlaces.RequestsPath} {{", Places.WriteRequests, "}").Line("respond 404"));

    private void WriteGreen(string service) => WriteFlag($"@{GreenOf(service)} file", GreenFiles.Directory, GreenFiles.NameOf(service));

    private void WriteFlag(string matcher, string directory, string file) =>
        Block(matcher, () => _text.Line($"root {directory}").Line($"try_files {file}"));

    private void WriteHandle(string matcher, string snippet) => Block($"handle {matcher}".TrimEnd(), () => _text.Line($"import {snippet}"));

    private void Snippet(string name, Action body)
    {
        _text.Line();
        Block($"({name})", body);
    }

    private static string Plain(int port) => $"http://:{port}";

    private void Site(string address, Action body)
    {
        _text.Line();
        Block(address, body);
    }

    private ConfigurationText Block(string head, Action body) => _text.Block($"{head} {{".TrimStart(), body, "}");
}
