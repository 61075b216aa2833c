using Slipway.Traffic.Proxies.Caddy;
using Slipway.Traffic.Proxies.HaProxy;
using Slipway.Traffic.Proxies.Nginx;

namespace Slipway.Traffic.Proxies;

/// <summary>The proxies that Slipway can drive. Another one is a folder beside these and a line here.</summary>
public static class ProxyKinds
{
    /// <summary>Every kind, the most common first.</summary>
    public static IReadOnlyList<IProxy> All { get; } =
    [
        new NginxProxy(),
        new HaProxyProxy(),
        new CaddyProxy(),
    ];

    /// <summary>The kind of that name.</summary>
    /// <param name="name">See <see cref="IProxy.Name"/>; only the exact word counts.</param>
    /// <returns>Null when there is none.</returns>
    public static IProxy? Named(string name) => All.FirstOrDefault(p => p.Name == name);
}
