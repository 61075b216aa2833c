namespace Slipway.Traffic.Proxies.Caddy;

/// <summary>Where Caddy takes a configuration while it runs: a file of its container, which no network leads to.</summary>
internal static class AdminSocket
{
    public const string Address = "unix//run/slipway-caddy.sock";
}
