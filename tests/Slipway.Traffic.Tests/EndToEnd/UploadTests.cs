using System.Net;
using System.Net.WebSockets;
using Slipway.Traffic.Draining;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;
using Slipway.Traffic.Tests.Proxies;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>Requests with a body, which a drain waits for beyond its deadline.</summary>
public sealed class UploadTests
{
    public static TheoryData<string, bool> Rows => [.. ProxyKinds.All.SelectMany(k => new[] { true, false }.Select(s => new TheoryDataRow<string, bool>(k.Name, s)))];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task An_upload_is_waited_for_beyond_the_deadline_and_a_websocket_is_not(string kind, bool hasLength)
    {
        await using var stage = await ProxyStage.StartAsync(kind);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{stage.Address}/ws"), TestContext.Current.CancellationToken);
        var body = new SlowBody("first half, ", "second half");
        var answer = PostAsync(stage, body, hasLength);
        await stage.Blue.PostAsync();
        await stage.UntilInFlightAsync(Slot.Blue, 2);
        await stage.SwitchToAsync(Slot.Green);
        var late = 0;

        var drained = await new DrainWait(TimeProvider.System).WaitAsync(
            _ => stage.CountAsync(Slot.Blue), TimeSpan.FromMilliseconds(1), new Told(RestWhenLate), TestContext.Current.CancellationToken);

        (await answer).ShouldBe((HttpStatusCode.OK, "blue", "first half, second half"));
        (drained.Drained, drained.InFlight).ShouldBe((false, 1));
        late.ShouldBeGreaterThan(3);
        (await stage.CountAsync(Slot.Green)).ShouldBe(new DrainCount(0));

        void RestWhenLate(DrainProgress progress)
        {
            late += progress.IsLate ? 1 : 0;
            if (late == 3)
            {
                (progress.Count.InFlight, progress.Count.WithBody).ShouldBe((2, 1));
                body.SendRest();
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task What_has_no_body_is_not_waited_for_whatever_it_is(string kind)
    {
        await using var clients = await LastWords.StartAsync(kind);
        var slow = clients.Stage.TextAsync("/slow?ms=1500");
        await clients.Stage.Blue.SlowRequestAsync();

        var count = await clients.Stage.CountAsync(Slot.Blue);

        count.WithBody.ShouldBe(0);
        count.InFlight.ShouldBeGreaterThanOrEqualTo(5);
        (await slow).ShouldBe("blue");
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Connections_of_HTTP_2_that_are_idle_are_not_under_way(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind, p => p with
        {
            Backends = [p.Backends[0] with { More = [new SlotPort(18091, SlotProtocol.Grpc)] }, p.Backends[1]],
            Listeners = [p.Listeners[0], Listener.To(50051, ProxyStage.Service, 18091)],
        });
        await using var blue = await GrpcEcho.StartAsync(stage.Plan.Backends[0].EndPointOf(Slot.Blue, 18091), Slot.Blue);
        (await GrpcEcho.SayAsync(GrpcEcho.Client(stage.Address, 50051), "x")).ShouldBe("blue x");
        await stage.SwitchToAsync(Slot.Green);

        var drained = await new DrainWait(TimeProvider.System).WaitAsync(
            _ => stage.CountAsync(Slot.Blue), TimeSpan.FromSeconds(20), null, TestContext.Current.CancellationToken);

        drained.Drained.ShouldBeTrue();
        drained.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    private static async Task<(HttpStatusCode Status, string Slot, string Text)> PostAsync(ProxyStage stage, SlowBody body, bool hasLength)
    {
        using var client = new HttpClient();
        using var content = new SlowContent(body, hasLength);
        using var response = await client.PostAsync(new Uri($"http://{stage.Address}/echo"), content, TestContext.Current.CancellationToken);
        return (response.StatusCode, response.Headers.GetValues("X-Slot").Single(), await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private sealed class Told(Action<DrainProgress> told) : IProgress<DrainProgress>
    {
        public void Report(DrainProgress value) => told(value);
    }
}
