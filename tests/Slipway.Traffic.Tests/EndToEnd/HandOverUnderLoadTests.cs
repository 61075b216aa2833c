using System.Net;
using Slipway.Load;
using Slipway.Testing.Engine;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Tests.EndToEnd;

public sealed class HandOverUnderLoadTests(ITestOutputHelper output)
{
    private const int Between = 1_000;

    [Theory]
    [InlineData("nginx")]
    [InlineData("haproxy")]
    [InlineData("caddy")]
    public async Task No_request_is_lost_while_containers_of_another_image_take_the_proxys_place(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind);
        await using var load = LoadRun.Start(KeptAlive(stage), TimeProvider.System);
        await using var fresh = NewConnections.Start(stage.Address);

        await load.FurtherAsync(Between, TestContext.Current.CancellationToken);
        StageSuccessor? serving = null;
        foreach (var mark in "xyxy")
        {
            var next = await StageSuccessor.StartAsync(stage, ProxyImages.Of(kind), mark);
            await next.TakeOverFromAsync(serving, () => load.FurtherAsync(Between, TestContext.Current.CancellationToken));
            await (serving?.DisposeAsync() ?? ValueTask.CompletedTask);
            serving = next;
            (await stage.SeatAsync()).ShouldBe(mark);
            await stage.SwitchToAsync(mark == 'x' ? Slot.Green : Slot.Blue);
            (await stage.SlotsAsync())!.ShouldContain(new SlotChoice(ProxyStage.Service, mark == 'x' ? Slot.Green : Slot.Blue));
        }

        await fresh.StopAsync();
        var report = await load.StopAsync();
        await serving!.DisposeAsync();
        output.WriteLine($"kept alive: {report.Failed} failed of {report.Requests}, longest gap {report.LongestGap.TotalMilliseconds:0} ms");
        output.WriteLine($"new connections: {fresh.Failures.Count} failed of {fresh.Requests}");
        report.Failures.ShouldBeEmpty();
        fresh.Failures.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nginx")]
    [InlineData("haproxy")]
    [InlineData("caddy")]
    public async Task The_proxy_itself_serves_what_served_last_at_once_when_who_took_its_place_is_killed(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind);
        await using var successor = await StageSuccessor.StartAsync(stage, ProxyImages.Of(kind), 'x');
        await successor.TakeOverFromAsync(null, () => Task.CompletedTask);
        await stage.SwitchToAsync(Slot.Green);
        await using var fresh = NewConnections.Start(stage.Address);
        await using var load = LoadRun.Start(KeptAlive(stage), TimeProvider.System);
        await load.FurtherAsync(Between, TestContext.Current.CancellationToken);

        await Docker.RunAsync("kill", successor.Container);

        await load.FurtherAsync(Between, TestContext.Current.CancellationToken);
        (await stage.SeatAsync()).ShouldBeNull();
        (await stage.SlotsAsync())!.ShouldContain(new SlotChoice(ProxyStage.Service, Slot.Green));
        (await stage.TextAsync("/")).ShouldStartWith("green");
        var report = await load.StopAsync();
        await fresh.StopAsync();
        output.WriteLine($"kept alive: {report.Failed} failed of {report.Requests}; new connections: {fresh.Failures.Count} of {fresh.Requests}");
        report.Failed.ShouldBeLessThanOrEqualTo(16, "a connection of each client");
    }

    [Theory]
    [InlineData("nginx")]
    [InlineData("haproxy")]
    [InlineData("caddy")]
    public async Task What_is_under_way_through_either_is_counted_and_comes_to_its_end(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind);
        var before = stage.TextAsync("/slow?ms=6000");
        await stage.Blue.SlowRequestAsync();
        await using var successor = await StageSuccessor.StartAsync(stage, ProxyImages.Of(kind), 'x');
        await successor.TakeOverFromAsync(null, () => Task.CompletedTask);
        await stage.UntilInFlightAsync(Slot.Blue, 1);
        var after = stage.TextAsync("/slow?ms=2000");
        await stage.Blue.SlowRequestAsync();

        await stage.UntilInFlightAsync(Slot.Blue, 2);
        (await before).ShouldBe("blue");
        (await after).ShouldBe("blue");
    }

    private static LoadPlan KeptAlive(ProxyStage stage) => new(new IPEndPoint(stage.Address, 80),
    [
        new LoadClients(LoadKind.Get, "/", 8) { Pause = TimeSpan.FromMilliseconds(7) },
        new LoadClients(LoadKind.Post, "/echo", 8) { Pause = TimeSpan.FromMilliseconds(5) },
    ]);
}
