namespace Slipway.Traffic.Proxies;

/// <summary>The routes that hold for one host of a listener, the longest prefix first.</summary>
/// <param name="Host">In lower case; null for requests that name none of the listener's hosts.</param>
/// <param name="Routes">Those of the host itself and those of any host that it does not replace.</param>
internal sealed record RoutesByHost(string? Host, IReadOnlyList<Route> Routes)
{
    /// <summary>The hosts of a listener; any other host comes first, even if it has no route.</summary>
    public static IReadOnlyList<RoutesByHost> Of(Listener listener)
    {
        var hosts = listener.Routes.Select(r => r.Host?.ToLowerInvariant()).Where(h => h is not null).Distinct();
        return [.. hosts.Prepend(null).Select(h => new RoutesByHost(h, RoutesOf(listener, h)))];
    }

    private static List<Route> RoutesOf(Listener listener, string? host)
    {
        var own = listener.Routes.Where(r => string.Equals(r.Host, host, StringComparison.OrdinalIgnoreCase)).ToList();
        var inherited = host is null ? [] : listener.Routes.Where(r => r.Host is null && !own.Any(o => o.PathPrefix == r.PathPrefix));
        return [.. own.Concat(inherited).OrderByDescending(r => r.PathPrefix.Length).ThenBy(r => r.PathPrefix, StringComparer.Ordinal)];
    }
}
