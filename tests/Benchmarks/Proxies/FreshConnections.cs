using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Benchmarks.Proxies;

/// <summary>Clients that open a connection for each request, and never try again.</summary>
internal sealed class FreshConnections : IAsyncDisposable
{
    private const int Clients = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _running;
    private int _requests;
    private int _failed;

    public FreshConnections(IPEndPoint target) => _running = [.. Enumerable.Range(0, Clients).Select(_ => Task.Run(() => RunAsync(target)))];

    /// <summary>Ends them.</summary>
    /// <returns>How many requests failed, and of how many.</returns>
    public async Task<(int Failed, int Requests)> StopAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running);
        return (_failed, _requests);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task RunAsync(IPEndPoint target)
    {
        while (!_stop.IsCancellationRequested)
        {
            Interlocked.Increment(ref _requests);
            if (!await AskAsync(target))
            {
                Interlocked.Increment(ref _failed);
            }

            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    private static async Task<bool> AskAsync(IPEndPoint target)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(target, patience.Token);
            await using var stream = new NetworkStream(socket);
            await stream.WriteAsync(Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), patience.Token);
            using var reader = new StreamReader(stream);
            var answer = await reader.ReadToEndAsync(patience.Token);
            return int.Parse(answer.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture) == (int)HttpStatusCode.OK && answer.Contains("served", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException or ArgumentException or FormatException)
        {
            return false;
        }
    }
}
