using System.Net;
using System.Net.Sockets;

namespace Slipway.Load;

/// <summary>A client's connection.</summary>
internal static class Tcp
{
    /// <exception cref="SocketException">The address can't be reached.</exception>
    public static async ValueTask<Stream> ConnectAsync(IPEndPoint address, CancellationToken cancellation)
    {
        Socket? socket = null;
        try
        {
            socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(address, cancellation);
            var stream = new NetworkStream(socket, ownsSocket: true);
            socket = null;
            return stream;
        }
        finally
        {
            socket?.Dispose();
        }
    }
}
