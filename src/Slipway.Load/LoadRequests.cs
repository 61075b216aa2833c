using System.Text;

namespace Slipway.Load;

/// <summary>The bytes that a client sends, made once.</summary>
internal static class LoadRequests
{
    // The key is only there to show that the server understood the upgrade: any will do (RFC 6455, section 1.3).
    private const string Upgrade =
        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: c2xpcHdheSdzIGxvYWQuLg==\r\n";

    public static byte[] Of(LoadClients clients, string host) => Encoding.UTF8.GetBytes(clients.Kind switch
    {
        LoadKind.Post => Request("POST", clients.Path, host, Length(clients)) + clients.Body,
        LoadKind.Events => Request("GET", clients.Path, host, "Accept: text/event-stream\r\n"),
        LoadKind.WebSocket => Request("GET", clients.Path, host, Upgrade),
        LoadKind.Get or LoadKind.Slow => Request("GET", clients.Path, host, ""),
        _ => throw new ArgumentOutOfRangeException(nameof(clients), clients.Kind, "A load has no such kind of request."),
    });

    private static string Length(LoadClients clients) =>
        $"Content-Type: {clients.ContentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(clients.Body)}\r\n";

    private static string Request(string method, string path, string host, string headers) => $"{method} {path} HTTP/1.1\r\nHost: {host}\r\n{headers}\r\n";
}
