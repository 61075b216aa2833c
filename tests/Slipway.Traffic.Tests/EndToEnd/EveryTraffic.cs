using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Slipway.Load;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>A proxy under all kinds of traffic at once: HTTP of each shape, calls and streams of gRPC, and TCP connections where the kind passes them on.</summary>
internal sealed class EveryTraffic : IAsyncDisposable
{
    private const int GrpcPort = 18091;
    private const int TcpPort = 18092;
    private const int GrpcListen = 50051;
    private const int TcpListen = 5433;

    private readonly List<WebApplication> _services = [];
    private readonly List<TcpEcho> _echoes = [];
    private readonly bool _passesConnections;

    private EveryTraffic(ProxyStage stage)
    {
        Stage = stage;
        _passesConnections = stage.Proxy.WhyNot([SlotProtocol.Tcp]) is null;
    }

    public ProxyStage Stage { get; }

    public static async Task<EveryTraffic> StartAsync(string kind)
    {
        var passes = ProxyKinds.Named(kind)!.WhyNot([SlotProtocol.Tcp]) is null;
        SlotPort[] tcp = passes ? [new SlotPort(TcpPort, SlotProtocol.Tcp)] : [];
        Listener[] listener = passes ? [Listener.To(TcpListen, ProxyStage.Service, TcpPort)] : [];
        var traffic = new EveryTraffic(await ProxyStage.StartAsync(kind, p => p with
        {
            Backends = [p.Backends[0] with { More = [new SlotPort(GrpcPort, SlotProtocol.Grpc), .. tcp] }, p.Backends[1]],
            Listeners = [p.Listeners[0], Listener.To(GrpcListen, ProxyStage.Service, GrpcPort), .. listener],
        }));
        foreach (var slot in new[] { Slot.Blue, Slot.Green })
        {
            traffic._services.Add(await GrpcEcho.StartAsync(traffic.Stage.Plan.Backends[0].EndPointOf(slot, GrpcPort), slot));
            traffic._echoes.AddRange(passes ? [TcpEcho.Start(traffic.Stage.Plan.Backends[0].EndPointOf(slot, TcpPort), slot)] : Array.Empty<TcpEcho>());
        }

        return traffic;
    }

    /// <summary>Makes requests until there were so many; meanwhile something else is done as often, evenly spread over them.</summary>
    public async Task<EveryFigures> RunAsync(long requests, int times, Func<int, Task> act)
    {
        using var stop = new CancellationTokenSource();
        await using var load = LoadRun.Start(Plan(), TimeProvider.System);
        var others = Enumerable.Range(0, 4).Select(_ => CallAsync(stop.Token)).Concat(Enumerable.Range(0, _passesConnections ? 4 : 0).Select(_ => ConnectAsync(stop.Token))).ToList();
        for (var i = 0; i < times; i++)
        {
            await load.FurtherAsync(requests / (times + 1), TestContext.Current.CancellationToken);
            await act(i);
        }

        await load.FurtherAsync(requests / (times + 1), TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        var counts = await Task.WhenAll(others);
        var report = await load.StopAsync();
        var gets = report.Figures.Single(f => f.Kind == LoadKind.Get);
        return new EveryFigures(
            report.Requests + counts.Sum(), report.Failed, [.. report.Failures.Take(5).Select(f => f.ToString())],
            (report.Requests + counts.Sum()) / report.Elapsed.TotalSeconds, gets.Percentile99, counts.Take(4).Sum(), counts.Skip(4).Sum());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services)
        {
            await service.DisposeAsync();
        }

        foreach (var echo in _echoes)
        {
            await echo.DisposeAsync();
        }

        await Stage.DisposeAsync();
    }

    private LoadPlan Plan() => new(new IPEndPoint(Stage.Address, 80),
    [
        new LoadClients(LoadKind.Get, "/", 16),
        new LoadClients(LoadKind.Get, "/", 8) { Pause = TimeSpan.FromMilliseconds(7) },
        new LoadClients(LoadKind.Post, "/echo", 16),
        new LoadClients(LoadKind.Slow, "/slow?ms=700", 4),
        new LoadClients(LoadKind.Events, "/events?count=20&ms=20", 4),
        new LoadClients(LoadKind.WebSocket, "/ws", 4),
    ]);

    // One call of which each answer is awaited, and a stream of ten, in turn; a failure ends the test.
    private async Task<long> CallAsync(CancellationToken stop)
    {
        var (client, count) = (GrpcEcho.Client(Stage.Address, GrpcListen), 0L);
        for (; !stop.IsCancellationRequested; count += 2)
        {
            (await GrpcEcho.SayAsync(client, "x")).ShouldEndWith(" x");
            using var chat = GrpcEcho.Chat(client);
            for (var i = 0; i < 10; i++)
            {
                await chat.RequestStream.WriteAsync(i.ToString(CultureInfo.InvariantCulture), TestContext.Current.CancellationToken);
                (await chat.ResponseStream.MoveNext(TestContext.Current.CancellationToken)).ShouldBeTrue();
            }

            await chat.RequestStream.CompleteAsync();
            (await chat.ResponseStream.MoveNext(TestContext.Current.CancellationToken)).ShouldBeFalse();
        }

        return count;
    }

    private async Task<long> ConnectAsync(CancellationToken stop)
    {
        var count = 0L;
        for (; !stop.IsCancellationRequested; count++)
        {
            using var client = await TcpClientOf.ConnectAsync(Stage.Address, TcpListen);
            (await client.AskAsync("x")).ShouldBe($"{client.Slot} x");
            (await client.EndAsync()).ShouldBe($"{client.Slot} bye");
        }

        return count;
    }
}
