namespace Slipway.Traffic.Proxies;

/// <summary>The routes that hold for one host of a listener, the longest prefix first.</summary>
/// <param name="Host">In lower case, see <see cref="HostPattern"/>; null for requests that name none of the listener's hosts.</param>
/// <param name="Routes">None but its own: what is for any host is not for one that is named elsewhere.</param>
internal sealed record RoutesByHost(string? Host, IReadOnlyList<Route> Routes)
{
    /// <summary>The hosts of a listener from the least to the most exact; any other host comes first, even if it has no route.</summary>
    public static IReadOnlyList<RoutesByHost> Of(Listener listener)
    {
        var hosts = listener.Routes.Select(r => r.Host?.ToLowerInvariant()).OfType<string>().Distinct()
            .OrderBy(h => HostPattern.IsWildcard(h) ? h.Length : int.MaxValue);
        return [.. hosts.Prepend(null).Select(h => new RoutesByHost(h, RoutesOf(listener, h)))];
    }

    /// <summary>The routes of all hosts in the order in which the first that fits decides; those of a path that nobody has lead nowhere.</summary>
    public static IEnumerable<(string? Host, Route? Route)> InOrder(Listener listener) => Of(listener).Reverse().SelectMany(host =>
        host.Routes.Select(r => (host.Host, (Route?)r)).Concat(host.Routes.Any(r => r.PathPrefix == "/") ? [] : [(host.Host, null)]));

    private static List<Route> RoutesOf(Listener listener, string? host) =>
    [
        .. listener.Routes.Where(r => string.Equals(r.Host, host, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(r => r.PathPrefix.Length).ThenBy(r => r.PathPrefix, StringComparer.Ordinal),
    ];
}
