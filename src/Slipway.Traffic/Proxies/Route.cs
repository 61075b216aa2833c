namespace Slipway.Traffic.Proxies;

/// <summary>Which requests of a listener go to which service.</summary>
/// <param name="PathPrefix">
/// Starts with a slash. <c>/api</c> takes <c>/api</c> and all below <c>/api/</c>, but not <c>/apis</c>; the longest prefix wins.
/// The path is passed on unchanged.
/// </param>
/// <param name="Service">A service among the plan's backends.</param>
/// <param name="Host">
/// The hosts that the request must name (<see cref="HostPattern"/>), or null for those that no other route of the listener names. The most
/// exact host that fits decides first, and then the path: a host with routes has no others.
/// </param>
public sealed record Route(string PathPrefix, string Service, string? Host = null)
{
    /// <summary>The port of the service that they go to; null (the default) for its first.</summary>
    public int? Port { get; init; }

    /// <summary>Whether it takes requests for a path, which is without its query.</summary>
    public bool Takes(string path) =>
        path.StartsWith(PathPrefix, StringComparison.Ordinal)
        && (PathPrefix.EndsWith('/') || path.Length == PathPrefix.Length || path[PathPrefix.Length] == '/');
}
