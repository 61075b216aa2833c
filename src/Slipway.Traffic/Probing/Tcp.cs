using System.Net;
using System.Net.Sockets;

namespace Slipway.Traffic.Probing;

/// <summary>Connections straight to an address, for when the application is reachable from here.</summary>
public static class Tcp
{
    /// <summary>A function that opens a connection to the address.</summary>
    public static Func<CancellationToken, ValueTask<Stream>> To(EndPoint address) => cancellation => ConnectAsync(address, cancellation);

    private static async ValueTask<Stream> ConnectAsync(EndPoint address, CancellationToken cancellation)
    {
        Socket? socket = null;
        try
        {
            socket = SocketFor(address);
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

    private static Socket SocketFor(EndPoint address) => address.AddressFamily == AddressFamily.Unix
        ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
        : new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
}
