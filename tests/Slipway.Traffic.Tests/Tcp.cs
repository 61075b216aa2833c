using System.Net;
using System.Net.Sockets;

namespace Slipway.Traffic.Tests;

/// <summary>Connections straight to an address, as Slipway's way to a local engine makes them.</summary>
internal static class Tcp
{
    public static Func<CancellationToken, ValueTask<Stream>> To(EndPoint address) => async cancellation =>
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    };
}
