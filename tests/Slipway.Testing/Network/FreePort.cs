using System.Net;
using System.Net.Sockets;

namespace Slipway.Testing.Network;

/// <summary>Finds TCP ports that nobody listens on, on any address of this machine.</summary>
public static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Any, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
