using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Slipway.Traffic.Tests.Attacks;

/// <summary>
/// A slot that keeps what it gets, byte by byte, and takes nothing for a request that RFC 9112 does not call one: whatever is left over could be another
/// request to another server.
/// </summary>
internal sealed class RawSlot : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;
    private readonly Lock _lock = new();
    private readonly List<RawRequests> _connections = [];
    private int _generation;

    private RawSlot(IPEndPoint address)
    {
        _listener = new TcpListener(address);
        _listener.Start(64);
        _serving = ServeAsync();
    }

    /// <summary>What came over each of its connections.</summary>
    public IReadOnlyList<RawRequests> Connections
    {
        get
        {
            lock (_lock)
            {
                return [.. _connections.Where(c => c.Bytes.Length > 0)];
            }
        }
    }

    public static RawSlot Start(IPEndPoint address) => new(address);

    /// <summary>From now on what comes is kept as if nothing had come before.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _generation++;
            _connections.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var clients = new List<Task>();
        try
        {
            while (true)
            {
                clients.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(clients);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        var (text, answered, buffer) = (new StringBuilder(), 0, new byte[64 * 1024]);
        var (place, generation) = (-1, -1);
        try
        {
            int count;
            while ((count = await client.GetStream().ReadAsync(buffer, _stop.Token)) > 0)
            {
                Begin();
                text.Append(Encoding.Latin1.GetString(buffer, 0, count));
                var requests = RawRequests.Parse(text.ToString());
                Keep(requests);
                for (; answered < requests.Whole.Count; answered++)
                {
                    await client.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"u8.ToArray(), _stop.Token);
                }
            }
        }
        catch (Exception end) when (end is IOException or OperationCanceledException)
        {
            // The proxy, or the test, is gone.
        }

        void Begin()
        {
            lock (_lock)
            {
                if (generation != _generation)
                {
                    (generation, place, answered) = (_generation, _connections.Count, 0);
                    text.Clear();
                    _connections.Add(RawRequests.Parse(string.Empty));
                }
            }
        }

        void Keep(RawRequests requests)
        {
            lock (_lock)
            {
                if (generation == _generation)
                {
                    _connections[place] = requests;
                }
            }
        }
    }
}
