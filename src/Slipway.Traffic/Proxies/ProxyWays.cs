namespace Slipway.Traffic.Proxies;

/// <summary>The ways to a running proxy, wherever its engine is.</summary>
/// <param name="Connect">
/// Opens a connection to a port inside the container. It says that it failed by an <see cref="IOException"/> or a
/// <see cref="System.Net.Sockets.SocketException"/>.
/// </param>
/// <param name="Execute">Runs a command in the container; gives what it printed, or null when it ended with another exit code than 0.</param>
public sealed record ProxyWays(
    Func<int, CancellationToken, ValueTask<Stream>> Connect, Func<IReadOnlyList<string>, CancellationToken, Task<string?>> Execute);
