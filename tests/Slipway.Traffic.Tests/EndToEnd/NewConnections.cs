using System.Net;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>Clients that open a connection for each request, and never try again.</summary>
internal sealed class NewConnections(IPAddress address) : IAsyncDisposable
{
    private const int Clients = 4;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _running = [];
    private int _requests;

    public int Requests => _requests;

    public List<string> Failures { get; } = [];

    public static NewConnections Start(IPAddress address)
    {
        var load = new NewConnections(address);
        for (var i = 0; i < Clients; i++)
        {
            load._running.Add(Task.Run(load.RunAsync));
        }

        return load;
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.ConnectionClose = true;
        while (!_stop.IsCancellationRequested)
        {
            Interlocked.Increment(ref _requests);
            try
            {
                await client.GetStringAsync(new Uri($"http://{address}/"), CancellationToken.None);
            }
            catch (HttpRequestException failure)
            {
                lock (Failures)
                {
                    Failures.Add(failure.Message);
                }
            }
        }
    }
}
