using System.Net;
using Slipway.Traffic.Canaries;
using Slipway.Traffic.Proxies.Tls;
using Slipway.Traffic.Requests;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies;

/// <summary>All that a proxy's configuration is made from.</summary>
/// <param name="Application">The application's name; it appears in the configuration's first line only.</param>
/// <param name="Backends">The blue-green services.</param>
/// <param name="Listeners">The ports and their routes.</param>
public sealed record ProxyPlan(string Application, IReadOnlyList<Backend> Backends, IReadOnlyList<Listener> Listeners)
{
    /// <summary>How long a slot may take to accept a connection; more is answered 502 or 503. Whole seconds, default 5.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The longest silence in a response, an event stream or a websocket before the proxy ends it. Whole seconds, default one hour:
    /// how long a request may take is for the application to say.
    /// </summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>True to log every request, false (the default) to log only those that the slot or the proxy failed.</summary>
    public bool LogEveryRequest { get; init; }

    /// <summary>The name by which a running proxy tells which configuration it has: up to 64 letters and digits, or empty (the default).</summary>
    public string Fingerprint { get; init; } = string.Empty;

    /// <summary>
    /// Whether only a front of the user's own reaches the proxy, so that what it says of the client (X-Real-IP, X-Forwarded-*) is passed on
    /// as it is. Without, nobody else may say who the client is.
    /// </summary>
    public bool IsBehindFront { get; init; }

    /// <summary>
    /// Who is believed when it says who the client is (X-Forwarded-* and the like): proxies before this one, by their addresses. Nobody by default.
    /// </summary>
    public IReadOnlyList<IPNetwork> Trusted { get; init; } = [];

    /// <summary>The ports of listeners to which those who are trusted come by the PROXY protocol, so that it says who the client is, and they don't.</summary>
    public IReadOnlyList<int> ProxyProtocolPorts { get; init; } = [];

    /// <summary>The user's own lines, where all requests are: in <c>http</c> of nginx, in the frontends of HAProxy, in the routes of Caddy.</summary>
    public IReadOnlyList<ExtraLine> Extra { get; init; } = [];

    /// <summary>How long a client may take for the head of a request; then its connection is closed. Whole seconds, default one minute.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long a client's connection is kept between two requests, in whole seconds; null (the default) for what is usual with the kind: 75 seconds,
    /// with Caddy 5 minutes.
    /// </summary>
    public TimeSpan? KeepAliveTimeout { get; init; }

    /// <summary>The services of which a part of the requests can be sent to the slot that does not serve.</summary>
    public IReadOnlyList<Canary> Canaries { get; init; } = [];

    /// <summary>The place that it has beside a running proxy; null (the default) for the proxy itself.</summary>
    public ProxySeat? Seat { get; init; }

    /// <summary>How it ends TLS; null (the default) when it speaks HTTP only.</summary>
    public ProxyTls? Tls { get; init; }

    /// <summary>The longest silence of any slot that is borne.</summary>
    internal TimeSpan LongestSilence => Backends.Select(b => b.Handling.ResponseTimeout ?? IdleTimeout).Append(IdleTimeout).Max();

    /// <summary>The service and the port that a route leads to.</summary>
    /// <exception cref="InvalidOperationException">The plan has none.</exception>
    public (Backend Backend, SlotPort Port) TargetOf(Route route)
    {
        var backend = Backends.First(b => b.Service == route.Service);
        return (backend, backend.Ports.First(p => route.Port is not { } port || p.Number == port));
    }

    /// <summary>Whether a listener's connections are passed on as they are, and their requests, if there are any, not seen.</summary>
    public bool PassesConnections(Listener listener) => !TargetOf(listener.Routes[0]).Port.Protocol.HasRequests;
}
