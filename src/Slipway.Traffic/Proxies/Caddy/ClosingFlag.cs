namespace Slipway.Traffic.Proxies.Caddy;

/// <summary>
/// The file that is there while Caddy ends each connection with its next answer. It lies in memory, so that it means nothing after a
/// restart, and not in the state directory, the time of which tells when there was a switch.
/// </summary>
internal static class ClosingFlag
{
    public const string Directory = "/dev/shm";
    public const string Name = "slipway-caddy.closing";
    public const string File = $"{Directory}/{Name}";
}
