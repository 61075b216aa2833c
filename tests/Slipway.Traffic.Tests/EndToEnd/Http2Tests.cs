using System.Net;
using Grpc.Core;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;
using Slipway.Traffic.Tests.Proxies;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>A service that is spoken to by HTTP/2 without TLS.</summary>
public sealed class Http2Tests
{
    private const int Second = 18091;
    private const int Listen = 50051;

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task A_client_of_gRPC_keeps_its_connection_over_a_switch_and_a_stream_its_slot(string kind)
    {
        await using var stage = await StartAsync(kind, SlotProtocol.Grpc);
        await using var blue = await GrpcEcho.StartAsync(stage.Plan.Backends[0].EndPointOf(Slot.Blue, Second), Slot.Blue);
        await using var green = await GrpcEcho.StartAsync(stage.Plan.Backends[0].EndPointOf(Slot.Green, Second), Slot.Green);
        var client = GrpcEcho.Client(stage.Address, Listen);

        var before = await GrpcEcho.SayAsync(client, "hello");
        using var stream = GrpcEcho.Chat(client);
        var first = await AskAsync(stream, "1");
        await stage.SwitchToAsync(Slot.Green);
        var (second, after) = (await AskAsync(stream, "2"), await GrpcEcho.SayAsync(client, "hello"));
        var failure = await Should.ThrowAsync<RpcException>(() => GrpcEcho.SayAsync(client, "fail"));
        await stream.RequestStream.CompleteAsync();
        var ended = await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken);

        (before, first, second, after, ended).ShouldBe(("blue hello", "blue 1", "blue 2", "green hello", false));
        (failure.StatusCode, failure.Status.Detail).ShouldBe((StatusCode.NotFound, "green has none"));
        (stream.GetStatus().StatusCode, (await stage.TextAsync("/x"))).ShouldBe((StatusCode.OK, "bot green /x"));
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Calls_without_a_pause_lose_none_over_switches(string kind)
    {
        await using var stage = await StartAsync(kind, SlotProtocol.Grpc);
        await using var blue = await GrpcEcho.StartAsync(stage.Plan.Backends[0].EndPointOf(Slot.Blue, Second), Slot.Blue);
        await using var green = await GrpcEcho.StartAsync(stage.Plan.Backends[0].EndPointOf(Slot.Green, Second), Slot.Green);
        using var stop = new CancellationTokenSource();
        var (calls, answered) = (0, new System.Collections.Concurrent.ConcurrentDictionary<string, int>());
        var callers = Enumerable.Range(0, 8).Select(async _ =>
        {
            var client = GrpcEcho.Client(stage.Address, Listen);
            while (!stop.IsCancellationRequested)
            {
                Interlocked.Increment(ref calls);
                answered.AddOrUpdate(await GrpcEcho.SayAsync(client, "x"), 1, (_, n) => n + 1);
            }
        }).ToList();

        for (var i = 0; i < 8; i++)
        {
            await stage.SwitchToAsync(i % 2 == 0 ? Slot.Green : Slot.Blue);
        }

        await stop.CancelAsync();
        await Task.WhenAll(callers);
        TestContext.Current.TestOutputHelper!.WriteLine($"{kind}: {calls} calls, {string.Join(", ", answered)}");
        answered.Keys.Order(StringComparer.Ordinal).ShouldBe(["blue x", "green x"]);
        answered.Values.Sum().ShouldBe(calls);
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Any_request_of_HTTP_2_is_passed_on(string kind)
    {
        await using var stage = await StartAsync(kind, SlotProtocol.H2c);
        await using var blue = await GrpcEcho.StartAsync(stage.Plan.Backends[0].EndPointOf(Slot.Blue, Second), Slot.Blue);
        using var client = new HttpClient { BaseAddress = new Uri($"http://{stage.Address}:{Listen}") };

        using var plain = await client.SendAsync(Of(HttpMethod.Get, "/plain"), TestContext.Current.CancellationToken);
        using var post = Of(HttpMethod.Post, "/length");
        post.Content = new ByteArrayContent(new byte[300_000]);
        using var length = await client.SendAsync(post, TestContext.Current.CancellationToken);

        (await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("plain blue");
        (await length.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("blue 300000");
    }

    private static HttpRequestMessage Of(HttpMethod method, string path) => new(method, new Uri(path, UriKind.Relative))
    {
        Version = HttpVersion.Version20,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    private static async Task<string> AskAsync(AsyncDuplexStreamingCall<string, string> stream, string text)
    {
        await stream.RequestStream.WriteAsync(text, TestContext.Current.CancellationToken);
        (await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken)).ShouldBeTrue();
        return stream.ResponseStream.Current;
    }

    private static Task<ProxyStage> StartAsync(string kind, SlotProtocol protocol) => ProxyStage.StartAsync(kind, p => p with
    {
        Backends = [p.Backends[0] with { More = [new SlotPort(Second, protocol)] }, p.Backends[1]],
        Listeners = [p.Listeners[0], Listener.To(Listen, ProxyStage.Service, Second)],
    });
}
