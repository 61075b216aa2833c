using System.Net;
using Slipway.Load;
using Slipway.Traffic.Draining;
using Slipway.Traffic.Slots;
using Slipway.Traffic.Tests.Proxies;

namespace Slipway.Traffic.Tests.EndToEnd;

public sealed class SwitchUnderLoadTests(ITestOutputHelper output)
{
    private const int Switches = 10;
    private const int BetweenSwitches = 2_000;

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task No_request_is_lost_in_ten_switches_after_each_of_which_the_old_slot_is_drained_and_replaced(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind);
        await using var load = LoadRun.Start(Everything(stage), TimeProvider.System);
        var drain = new DrainWait(TimeProvider.System);

        for (var (i, slot) = (0, Slot.Green); i < Switches; i++, slot = slot.Other())
        {
            await load.FurtherAsync(BetweenSwitches, TestContext.Current.CancellationToken);
            await stage.SwitchToAsync(slot);
            var drained = await drain.WaitAsync(_ => stage.CountAsync(slot.Other()), TimeSpan.FromSeconds(20), null, TestContext.Current.CancellationToken);
            output.WriteLine($"{slot.Other().Name()} drained in {drained.Elapsed.TotalSeconds:0.00} s");
            drained.Drained.ShouldBeTrue();
            await stage.ReplaceAsync(slot.Other());
        }

        var report = await load.StopAsync();
        output.WriteLine($"{report.Requests} requests, {report.Rate:0}/s, longest gap {report.LongestGap.TotalMilliseconds:0} ms; {string.Join(", ", report.Figures)}");
        report.Failures.ShouldBeEmpty();
        report.Figures.ShouldAllBe(f => f.Requests > 0);
        report.Requests.ShouldBeGreaterThan(Switches * BetweenSwitches);
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task A_slot_is_drained_only_when_its_slow_request_has_been_answered(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind);
        var slow = stage.TextAsync("/slow?ms=3000");
        await stage.Blue.SlowRequestAsync();
        await stage.UntilInFlightAsync(Slot.Blue, 1);

        await stage.SwitchToAsync(Slot.Green);
        var counts = new List<int>();
        var drained = await new DrainWait(TimeProvider.System).WaitAsync(async _ =>
        {
            var count = await stage.CountAsync(Slot.Blue);
            counts.Add(count.InFlight);
            return count;
        }, TimeSpan.FromSeconds(20), null, TestContext.Current.CancellationToken);

        counts[0].ShouldBe(1);
        drained.Drained.ShouldBeTrue();
        slow.IsCompletedSuccessfully.ShouldBeTrue();
        (await slow).ShouldBe("blue");
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task A_request_whose_body_is_still_being_sent_counts_as_under_way(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind);
        var body = new SlowBody("first half, ", "second half");
        var answer = PostAsync(stage, body);
        await stage.Blue.PostAsync();

        await stage.SwitchToAsync(Slot.Green);
        await stage.UntilInFlightAsync(Slot.Blue, 1);
        body.SendRest();

        (await answer).ShouldBe((HttpStatusCode.OK, "blue", "first half, second half"));
    }

    private static async Task<(HttpStatusCode Status, string Slot, string Text)> PostAsync(ProxyStage stage, SlowBody body)
    {
        using var client = new HttpClient();
        using var content = new SlowContent(body);
        using var response = await client.PostAsync(new Uri($"http://{stage.Address}/echo"), content, TestContext.Current.CancellationToken);
        return (response.StatusCode, response.Headers.GetValues("X-Slot").Single(), await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static LoadPlan Everything(ProxyStage stage) => new(new IPEndPoint(stage.Address, 80),
    [
        new LoadClients(LoadKind.Get, "/", 16),
        new LoadClients(LoadKind.Get, "/", 16) { Pause = TimeSpan.FromMilliseconds(7) },
        new LoadClients(LoadKind.Post, "/echo", 8),
        new LoadClients(LoadKind.Post, "/echo", 16) { Pause = TimeSpan.FromMilliseconds(5) },
        new LoadClients(LoadKind.Slow, "/slow?ms=700", 4),
        new LoadClients(LoadKind.Events, "/events?count=20&ms=20", 2),
        new LoadClients(LoadKind.WebSocket, "/ws", 2),
    ]);
}
