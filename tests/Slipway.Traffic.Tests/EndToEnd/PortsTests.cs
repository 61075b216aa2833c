using System.Net.WebSockets;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;
using Slipway.Traffic.Tests.Proxies;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>A service with two ports of HTTP.</summary>
public sealed class PortsTests
{
    private const int Second = 18090;
    private const int Listen = 9000;

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task All_ports_of_a_service_are_switched_together_and_each_leads_to_its_own(string kind)
    {
        await using var stage = await StartAsync(kind);
        await using var blue = await SlotServer.StartAsync(stage.Plan.Backends[0].EndPointOf(Slot.Blue, Second), Slot.Blue, "admin");
        await using var green = await SlotServer.StartAsync(stage.Plan.Backends[0].EndPointOf(Slot.Green, Second), Slot.Green, "admin");
        var preview = stage.Preview.PreviewPortOf(stage.Plan, stage.Plan.Listeners[1]);

        var before = (await stage.TextAsync("/x"), await stage.TextAsync("/x", Listen), await stage.TextAsync("/x", preview, Slot.Green));
        await stage.SwitchToAsync(Slot.Green);
        var after = (await stage.TextAsync("/x"), await stage.TextAsync("/x", Listen));

        before.ShouldBe(("bot blue /x", "admin blue /x", "admin green /x"));
        after.ShouldBe(("bot green /x", "admin green /x"));
        (await stage.SlotsAsync())!.Count(s => s.Service == ProxyStage.Service).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task What_is_under_way_on_any_port_counts_for_the_slot(string kind)
    {
        await using var stage = await StartAsync(kind);
        await using var blue = await SlotServer.StartAsync(stage.Plan.Backends[0].EndPointOf(Slot.Blue, Second), Slot.Blue, "admin");
        using var socket = new ClientWebSocket();

        await socket.ConnectAsync(new Uri($"ws://{stage.Address}:{Listen}/ws"), TestContext.Current.CancellationToken);

        await stage.UntilInFlightAsync(Slot.Blue, 1);
        (await stage.InFlightAsync(Slot.Green)).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task What_any_port_of_a_slot_fails_is_its_failure(string kind)
    {
        await using var stage = await StartAsync(kind);

        (await stage.AskAsync("/nobody", Listen)).Dispose();

        var log = await stage.LogUpToAsync("GET /nobody");
        stage.Failures.ParseFailures(stage.Plan, log).ShouldHaveSingleItem().Slot.ShouldBe(Slot.Blue);
    }

    private static Task<ProxyStage> StartAsync(string kind) => ProxyStage.StartAsync(kind, p => p with
    {
        Backends = [p.Backends[0] with { More = [new SlotPort(Second, SlotProtocol.Http)] }, p.Backends[1]],
        Listeners = [p.Listeners[0], Listener.To(Listen, ProxyStage.Service, Second)],
    });
}
