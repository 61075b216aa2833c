namespace Slipway.Traffic.Proxies;

/// <summary>The proxies that Slipway can drive.</summary>
public enum ProxyKind
{
    /// <summary>nginx 1.22 or later, switched by a flag file.</summary>
    Nginx,

    /// <summary>HAProxy 2.6 or later, switched through its runtime API.</summary>
    HaProxy,
}
