using System.Net;
using System.Net.Sockets;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>A service of TCP that greets with its slot's name and repeats each line.</summary>
internal sealed class TcpEcho : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    private TcpEcho(IPEndPoint address, Slot slot)
    {
        _listener = new TcpListener(address);
        _listener.Start(256);
        _serving = ServeAsync(slot);
    }

    public static TcpEcho Start(IPEndPoint address, Slot slot) => new(address, slot);

    public async ValueTask DisposeAsync()
    {
        if (_serving.IsCompleted)
        {
            return;
        }

        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync(Slot slot)
    {
        var clients = new List<Task>();
        try
        {
            while (true)
            {
                clients.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token), slot));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(clients);
        }
    }

    private async Task TalkAsync(TcpClient client, Slot slot)
    {
        using var _ = client;
        try
        {
            using var reader = new StreamReader(client.GetStream());
            await using var writer = new StreamWriter(client.GetStream()) { AutoFlush = true };
            await writer.WriteLineAsync(slot.Name());
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                await writer.WriteLineAsync($"{slot.Name()} {line}");
            }

            await writer.WriteLineAsync($"{slot.Name()} bye");
        }
        catch (Exception end) when (end is IOException or OperationCanceledException)
        {
            // The client, or the slot, is gone.
        }
    }
}
