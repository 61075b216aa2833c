using System.Net;
using System.Net.Sockets;

namespace Slipway.Engine.Addresses;

/// <summary>The way to one Docker Engine, and through it to its containers.</summary>
public abstract class EngineConnection : IAsyncDisposable
{
    /// <summary>What people call it, such as <c>the local engine</c> or <c>ssh://deploy@example.org</c>.</summary>
    public abstract string DisplayName { get; }

    /// <summary>The socket on this machine that leads to the engine's API.</summary>
    public abstract string SocketPath { get; }

    /// <summary>Whether the engine's host is this machine.</summary>
    public abstract bool IsLocal { get; }

    /// <summary>The value of DOCKER_HOST for commands.</summary>
    public string DockerHost => "unix://" + SocketPath;

    /// <summary>Opens a connection to the engine's API.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The connected stream.</returns>
    /// <exception cref="SocketException">Nothing answers.</exception>
    public ValueTask<Stream> ConnectToEngineAsync(CancellationToken cancellation) => ConnectToSocketAsync(SocketPath, cancellation);

    /// <summary>Opens a connection to a container, by its address on a network of the engine.</summary>
    /// <param name="address">The container's address.</param>
    /// <param name="port">The TCP port in the container.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The connected stream.</returns>
    /// <exception cref="SocketException">Nothing answers.</exception>
    public abstract ValueTask<Stream> ConnectToContainerAsync(IPAddress address, int port, CancellationToken cancellation);

    /// <summary>Makes a server in a container reachable for a driver that opens its connections itself.</summary>
    /// <param name="address">The container's address.</param>
    /// <param name="port">The TCP port in the container.</param>
    /// <param name="socketName">The name by which the driver finds a unix socket in a folder that is given as the host.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What the driver takes for a host: an address, or the folder of a unix socket of that name.</returns>
    public abstract Task<string> DriverHostAsync(IPAddress address, int port, string socketName, CancellationToken cancellation);

    /// <summary>Runs a command on the engine's host that only looks.</summary>
    /// <param name="command">For a POSIX shell.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What it printed, whatever its exit code; null where nothing but the engine can be asked.</returns>
    public virtual Task<string?> AskHostAsync(string command, CancellationToken cancellation) => Task.FromResult<string?>(null);

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Connects to a unix socket.</summary>
    /// <param name="path">The socket.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The connected stream.</returns>
    protected static ValueTask<Stream> ConnectToSocketAsync(string path, CancellationToken cancellation) =>
        ConnectAsync(new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified), new UnixDomainSocketEndPoint(path), cancellation);

    /// <summary>Connects a socket to an end point.</summary>
    /// <param name="socket">The socket; disposed when the connection fails.</param>
    /// <param name="endPoint">Where to.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The connected stream, which owns the socket.</returns>
    protected static async ValueTask<Stream> ConnectAsync(Socket socket, EndPoint endPoint, CancellationToken cancellation)
    {
        try
        {
            await socket.ConnectAsync(endPoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
