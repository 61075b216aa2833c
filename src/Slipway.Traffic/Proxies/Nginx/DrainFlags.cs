namespace Slipway.Traffic.Proxies.Nginx;

/// <summary>
/// The files that say which worker processes end each connection with its next answer. They bear the worker's number, so that they mean
/// nothing to the workers of the next configuration, and lie in memory, so that they mean nothing after a restart.
/// </summary>
internal static class DrainFlags
{
    public const string Directory = "/dev/shm/slipway-drain";

    /// <summary>The file of the worker that reads the configuration in which this stands.</summary>
    public const string OfThisWorker = Directory + "/$pid";

    /// <summary>An answer that nobody gets to see: it leads to the location that closes.</summary>
    public const int Status = 418;
}
