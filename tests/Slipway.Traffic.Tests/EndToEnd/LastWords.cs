using System.Net.WebSockets;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>Clients of the blue slot, one of each kind, which listen until it ends.</summary>
internal sealed class LastWords : IAsyncDisposable
{
    private const int GrpcPort = 18091;
    private const int TcpPort = 18092;
    private const int GrpcListen = 50051;
    private const int TcpListen = 5433;

    private readonly WebApplication _grpc;
    private readonly TcpEcho? _tcp;
    private readonly HttpClient _http = new();
    private readonly ClientWebSocket _socket = new();
    private readonly bool _passesConnections;
    private StreamReader _events = null!;
    private AsyncDuplexStreamingCall<string, string> _watch = null!;
    private AsyncDuplexStreamingCall<string, string> _chat = null!;
    private TcpClientOf? _connection;

    private LastWords(ProxyStage stage, WebApplication grpc)
    {
        (Stage, _grpc) = (stage, grpc);
        _passesConnections = stage.Proxy.WhyNot([SlotProtocol.Tcp]) is null;
        _tcp = _passesConnections ? TcpEcho.Start(stage.Plan.Backends[0].EndPointOf(Slot.Blue, TcpPort), Slot.Blue) : null;
    }

    public ProxyStage Stage { get; }

    public static async Task<LastWords> StartAsync(string kind)
    {
        var stage = await ProxyStage.StartAsync(kind, p => Ports(kind, p));
        var clients = new LastWords(stage, await GrpcEcho.StartAsync(stage.Plan.Backends[0].EndPointOf(Slot.Blue, GrpcPort), Slot.Blue));
        await clients.ConnectAsync();
        return clients;
    }

    /// <summary>Asks the slot to stop, and waits until it has.</summary>
    public async Task StopAsync()
    {
        await Task.WhenAll(Stage.Blue.StopAsync(), _grpc.StopAsync(TestContext.Current.CancellationToken));
        await (_tcp?.DisposeAsync() ?? default);
    }

    public async Task KillAsync()
    {
        await Stage.Blue.KillAsync();
        await GrpcEcho.KillAsync(_grpc);
        await (_tcp?.DisposeAsync() ?? default);
    }

    /// <summary>What each was told last, in the order of the table in docs/fronts.md.</summary>
    public async Task<IReadOnlyList<string>> HearAsync() =>
    [
        await OfSocketAsync(),
        await OfEventsAsync(),
        await OfCallAsync(_watch),
        await OfCallAsync(_chat),
        _connection is null ? "-" : await _connection.ReadAsync() is null ? "end" : "more",
    ];

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _events.Dispose();
        _watch.Dispose();
        _chat.Dispose();
        _connection?.Dispose();
        _http.Dispose();
        await _grpc.DisposeAsync();
        await (_tcp?.DisposeAsync() ?? default);
        await Stage.DisposeAsync();
    }

    private static ProxyPlan Ports(string kind, ProxyPlan plan)
    {
        var passes = ProxyKinds.Named(kind)!.WhyNot([SlotProtocol.Tcp]) is null;
        SlotPort[] tcp = passes ? [new SlotPort(TcpPort, SlotProtocol.Tcp)] : [];
        Listener[] listener = passes ? [Listener.To(TcpListen, ProxyStage.Service, TcpPort)] : [];
        return plan with
        {
            Backends = [plan.Backends[0] with { More = [new SlotPort(GrpcPort, SlotProtocol.Grpc), .. tcp] }, plan.Backends[1]],
            Listeners = [plan.Listeners[0], Listener.To(GrpcListen, ProxyStage.Service, GrpcPort), .. listener],
        };
    }

    private async Task ConnectAsync()
    {
        await _socket.ConnectAsync(new Uri($"ws://{Stage.Address}/ws"), TestContext.Current.CancellationToken);
        _events = new StreamReader(await _http.GetStreamAsync(new Uri($"http://{Stage.Address}/events?count=1000000&ms=20"), TestContext.Current.CancellationToken));
        (await _events.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe("data: 0");
        _watch = await CallAsync();
        await _watch.RequestStream.WriteAsync("watch", TestContext.Current.CancellationToken);
        await _watch.RequestStream.CompleteAsync();
        _chat = await CallAsync();
        _connection = _passesConnections ? await TcpClientOf.ConnectAsync(Stage.Address, TcpListen) : null;
    }

    private async Task<AsyncDuplexStreamingCall<string, string>> CallAsync()
    {
        var call = GrpcEcho.Chat(GrpcEcho.Client(Stage.Address, GrpcListen));
        await call.RequestStream.WriteAsync("1", TestContext.Current.CancellationToken);
        (await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken)).ShouldBeTrue();
        return call;
    }

    private async Task<string> OfSocketAsync()
    {
        try
        {
            var message = await _socket.ReceiveAsync(new byte[100], TestContext.Current.CancellationToken);
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);
            return message.CloseStatus is { } status ? $"{(int)status}" : "more";
        }
        catch (WebSocketException failure) when (failure.WebSocketErrorCode == WebSocketError.ConnectionClosedPrematurely)
        {
            // What programs of JavaScript are told when there was no close frame (RFC 6455, 7.1.5).
            return "1006";
        }
    }

    private async Task<string> OfEventsAsync()
    {
        try
        {
            while (await _events.ReadLineAsync(TestContext.Current.CancellationToken) is not null)
            {
            }

            return "end of stream";
        }
        catch (HttpIOException failure) when (failure.HttpRequestError == HttpRequestError.ResponseEnded)
        {
            return "broken off";
        }
    }

    private static async Task<string> OfCallAsync(AsyncDuplexStreamingCall<string, string> call)
    {
        try
        {
            while (await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken))
            {
            }

            return $"{call.GetStatus().StatusCode}";
        }
        catch (RpcException failure)
        {
            return $"{failure.Status.StatusCode}";
        }
    }
}
