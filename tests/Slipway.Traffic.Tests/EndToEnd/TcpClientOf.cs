using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>A client of <see cref="TcpEcho"/>.</summary>
internal sealed class TcpClientOf : IDisposable
{
    private readonly TcpClient _client = new();
    private StreamReader? _reader;

    /// <summary>Whom it was connected to.</summary>
    public string Slot { get; private set; } = string.Empty;

    public static async Task<TcpClientOf> ConnectAsync(IPAddress address, int port)
    {
        var client = new TcpClientOf();
        await client._client.ConnectAsync(address, port, TestContext.Current.CancellationToken);
        client._reader = new StreamReader(client._client.GetStream());
        client.Slot = await client.ReadAsync() ?? "nobody";
        return client;
    }

    public async Task<string?> AskAsync(string line)
    {
        await _client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), TestContext.Current.CancellationToken);
        return await ReadAsync();
    }

    /// <summary>Says that no more comes, and hears what is still to be said.</summary>
    public async Task<string?> EndAsync()
    {
        _client.Client.Shutdown(SocketShutdown.Send);
        return await ReadAsync();
    }

    public async Task<string?> ReadAsync() => await _reader!.ReadLineAsync(TestContext.Current.CancellationToken);

    public void Dispose()
    {
        _reader?.Dispose();
        _client.Dispose();
    }
}
