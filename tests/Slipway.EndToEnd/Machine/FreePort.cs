using System.Net;
using System.Net.Sockets;

namespace Slipway.EndToEnd.Machine;

/// <summary>Finds TCP ports that nobody listens on.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Any, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
