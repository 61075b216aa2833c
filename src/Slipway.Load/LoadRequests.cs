using System.Text;

namespace Slipway.Load;

/// <summary>The bytes that a client sends, made once.</summary>
internal static class LoadRequests
{
    public static byte[] Of(LoadClients clients, string host) => Encoding.UTF8.GetBytes(clients.Kind switch
    {
        LoadKind.Post => $"POST {clients.Path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: {clients.ContentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(clients.Body)}\r\n\r\n{clients.Body}",
        LoadKind.Events => $"GET {clients.Path} HTTP/1.1\r\nHost: {host}\r\nAccept: text/event-stream\r\n\r\n",
        // The key is only there to show that the server understood the upgrade: any will do (RFC 6455, section 1.3).
        LoadKind.WebSocket => $"GET {clients.Path} HTTP/1.1\r\nHost: {host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: c2xpcHdheSdzIGxvYWQuLg==\r\n\r\n",
        _ => $"GET {clients.Path} HTTP/1.1\r\nHost: {host}\r\n\r\n",
    });
}
