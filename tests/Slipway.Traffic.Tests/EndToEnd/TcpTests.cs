using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>A service of which the proxy sees connections only.</summary>
public sealed class TcpTests
{
    private const int Second = 18092;
    private const int Listen = 5433;

    public static TheoryData<string> Passing => [.. ProxyKinds.All.Where(k => k.WhyNot([SlotProtocol.Tcp]) is null).Select(k => k.Name)];

    [Fact]
    public void Who_can_not_pass_connections_on_says_why() =>
        ProxyKinds.All.Select(k => k.WhyNot([SlotProtocol.Tcp]) ?? k.Name).ShouldBe(
            ["nginx", "haproxy", "Caddy passes no tcp on: that is a plug-in, which its official image lacks"]);

    [Fact]
    public void Nobody_passes_datagrams_on() => ProxyKinds.All.ShouldAllBe(k => k.WhyNot(new[] { SlotProtocol.Udp }) != null);

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task New_connections_go_to_the_slot_that_serves_and_old_ones_end_by_themselves(string kind)
    {
        await using var stage = await StartAsync(kind);
        await using var blue = TcpEcho.Start(stage.Plan.Backends[0].EndPointOf(Slot.Blue, Second), Slot.Blue);
        await using var green = TcpEcho.Start(stage.Plan.Backends[0].EndPointOf(Slot.Green, Second), Slot.Green);

        using var old = await TcpClientOf.ConnectAsync(stage.Address, Listen);
        await stage.SwitchToAsync(Slot.Green);
        using var young = await TcpClientOf.ConnectAsync(stage.Address, Listen);
        await stage.UntilInFlightAsync(Slot.Blue, 1);
        await stage.UntilInFlightAsync(Slot.Green, 1);
        var (asked, ended) = (await old.AskAsync("1"), await old.EndAsync());

        (old.Slot, young.Slot).ShouldBe(("blue", "green"));
        (asked, ended, await old.ReadAsync()).ShouldBe(("blue 1", "blue bye", null));
        (await young.AskAsync("2")).ShouldBe("green 2");
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task The_slot_that_serves_is_known_after_a_restart_and_after_the_proxy_was_killed(string kind)
    {
        await using var stage = await StartAsync(kind);
        await using var blue = TcpEcho.Start(stage.Plan.Backends[0].EndPointOf(Slot.Blue, Second), Slot.Blue);
        await using var green = TcpEcho.Start(stage.Plan.Backends[0].EndPointOf(Slot.Green, Second), Slot.Green);
        await stage.SwitchToAsync(Slot.Green);

        await stage.RestartAsync();
        using var restarted = await TcpClientOf.ConnectAsync(stage.Address, Listen);
        await stage.KillAndStartAsync();
        using var killed = await TcpClientOf.ConnectAsync(stage.Address, Listen);

        (restarted.Slot, killed.Slot).ShouldBe(("green", "green"));
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_port_that_is_added_while_it_runs_leads_to_the_slot_that_serves_and_closes_no_connection(string kind)
    {
        await using var stage = await StartAsync(kind);
        await using var blue = TcpEcho.Start(stage.Plan.Backends[0].EndPointOf(Slot.Blue, Second), Slot.Blue);
        await using var green = TcpEcho.Start(stage.Plan.Backends[0].EndPointOf(Slot.Green, Second), Slot.Green);
        await using var third = TcpEcho.Start(stage.Plan.Backends[0].EndPointOf(Slot.Green, Second + 1), Slot.Green);
        await stage.SwitchToAsync(Slot.Green);
        using var old = await TcpClientOf.ConnectAsync(stage.Address, Listen);

        await stage.TakeAsync(stage.Plan with
        {
            Backends = [stage.Plan.Backends[0] with { More = [.. stage.Plan.Backends[0].More, new SlotPort(Second + 1, SlotProtocol.Tcp)] }, stage.Plan.Backends[1]],
            Listeners = [.. stage.Plan.Listeners, Listener.To(Listen + 1, ProxyStage.Service, Second + 1)],
        });
        using var added = await TcpClientOf.ConnectAsync(stage.Address, Listen + 1);

        (added.Slot, await old.AskAsync("x")).ShouldBe(("green", "green x"));
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task Connections_without_a_pause_lose_none_over_switches(string kind)
    {
        await using var stage = await StartAsync(kind);
        await using var blue = TcpEcho.Start(stage.Plan.Backends[0].EndPointOf(Slot.Blue, Second), Slot.Blue);
        await using var green = TcpEcho.Start(stage.Plan.Backends[0].EndPointOf(Slot.Green, Second), Slot.Green);
        using var stop = new CancellationTokenSource();
        var answered = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
        var users = Enumerable.Range(0, 8).Select(async _ =>
        {
            while (!stop.IsCancellationRequested)
            {
                using var client = await TcpClientOf.ConnectAsync(stage.Address, Listen);
                answered.AddOrUpdate(await client.AskAsync("x") ?? "nothing", 1, (_, n) => n + 1);
            }
        }).ToList();

        for (var i = 0; i < 20; i++)
        {
            await stage.SwitchToAsync(i % 2 == 0 ? Slot.Green : Slot.Blue);
        }

        await stop.CancelAsync();
        await Task.WhenAll(users);
        TestContext.Current.TestOutputHelper!.WriteLine($"{kind}: {string.Join(", ", answered)}");
        answered.Keys.Order(StringComparer.Ordinal).ShouldBe(["blue x", "green x"]);
    }

    private static Task<ProxyStage> StartAsync(string kind) => ProxyStage.StartAsync(kind, p => p with
    {
        Backends = [p.Backends[0] with { More = [new SlotPort(Second, SlotProtocol.Tcp)] }, p.Backends[1]],
        Listeners = [p.Listeners[0], Listener.To(Listen, ProxyStage.Service, Second)],
    });
}
