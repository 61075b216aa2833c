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
}
