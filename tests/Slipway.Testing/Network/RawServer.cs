using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Slipway.Testing.Network;

/// <summary>A TCP server that answers each request, on whichever connection, as the test's script says; for servers that misbehave.</summary>
public sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<int, Socket, ValueTask<bool>> _answer;
    private readonly Task _serving;
    private int _requests;
    private int _connections;

    /// <param name="answer">Gets the number of the request, from 0; returns whether the connection goes on.</param>
    /// <param name="address">Where it listens; by default on a free port.</param>
    public RawServer(Func<int, Socket, ValueTask<bool>> answer, IPEndPoint? address = null)
    {
        _listener = new TcpListener(address ?? new IPEndPoint(IPAddress.Loopback, 0));
        _answer = answer;
        _listener.Start();
        _serving = AcceptAsync();
    }

    public IPEndPoint Address => (IPEndPoint)_listener.LocalEndpoint;

    public int Requests => Volatile.Read(ref _requests);

    public int Connections => Volatile.Read(ref _connections);

    public static async ValueTask<bool> SayAsync(Socket socket, string text, bool goesOn = true)
    {
        await socket.SendAsync(Encoding.ASCII.GetBytes(text));
        return goesOn;
    }

    public static ValueTask<bool> GoodAsync(Socket socket) => SayAsync(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                serving.Add(ServeAsync(socket));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(serving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            var buffer = new byte[64 * 1024];
            // A client's request arrives in one piece: it is sent as one, and is shorter than what loopback takes at once.
            while (await socket.ReceiveAsync(buffer, _stop.Token) > 0)
            {
                if (!await _answer(Interlocked.Increment(ref _requests) - 1, socket))
                {
                    return;
                }
            }
        }
    }
}
