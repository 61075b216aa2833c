using Slipway.Traffic.HaProxy;
using Slipway.Traffic.Nginx;

namespace Slipway.Traffic.Proxies;

/// <summary>Finds the proxy of a kind.</summary>
public static class Proxy
{
    /// <summary>The proxy of the given kind.</summary>
    public static IProxy Of(ProxyKind kind) => kind == ProxyKind.Nginx ? new NginxProxy() : new HaProxyProxy();
}
