using Slipway.Traffic.Slots;
using Slipway.Traffic.Tests.Proxies;

namespace Slipway.Traffic.Tests.EndToEnd;

public sealed class SwitchTests
{
    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task A_new_proxy_serves_blue_and_a_switch_makes_it_serve_green_even_after_a_restart(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind);
        (await stage.TextAsync("/")).ShouldBe("blue");

        await stage.SwitchToAsync(Slot.Green);

        (await stage.TextAsync("/")).ShouldBe("green");
        await stage.RestartAsync();
        (await stage.TextAsync("/")).ShouldBe("green");
        await stage.SwitchToAsync(Slot.Blue);
        await stage.SwitchToAsync(Slot.Blue);
        (await stage.TextAsync("/")).ShouldBe("blue");
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task The_proxy_says_which_slot_serves(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind);

        await stage.SwitchToAsync(Slot.Green);

        SlotChoice[] green = [new SlotChoice(ProxyStage.Service, Slot.Green), new SlotChoice(ProxyStage.OtherService, Slot.Blue)];
        (await stage.SlotsAsync()).ShouldBe(green);
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task The_proxy_says_how_long_ago_it_switched(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind);
        await stage.ExecAsync(["touch", "-d", "@1700000000", stage.Proxy.StateDirectory]);
        var before = await stage.SinceSwitchAsync();

        await stage.SwitchToAsync(Slot.Green);

        before.ShouldBeGreaterThan(TimeSpan.FromSeconds(1_000_000));
        (await stage.SinceSwitchAsync()).ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromMinutes(10));
        await stage.ExecAsync(["touch", "-d", "@1700000000", stage.Proxy.StateDirectory]);
        await stage.SwitchToAsync(Slot.Blue);
        (await stage.SinceSwitchAsync()).ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromMinutes(10));
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task The_preview_reaches_the_slot_that_the_request_names_and_the_public_port_does_not(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind);
        var preview = stage.Preview.PreviewPortOf(stage.Plan, stage.Plan.Listeners[0]);

        (await stage.TextAsync("/", preview, Slot.Green)).ShouldBe("green");
        (await stage.TextAsync("/", preview, Slot.Blue)).ShouldBe("blue");
        (await stage.TextAsync("/", preview)).ShouldBe("blue");
        (await stage.TextAsync("/", preview: Slot.Green)).ShouldBe("blue");
        (await stage.TextAsync("/x%2Fy?q=1%202", preview, Slot.Green)).ShouldBe("bot green /x%2Fy?q=1%202");
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task The_slot_learns_who_the_client_is(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind);

        var headers = (await stage.TextAsync("/headers")).ToLowerInvariant();

        headers.ShouldContain($"host: {stage.Address}\n");
        headers.ShouldContain("x-forwarded-proto: http\n");
        headers.ShouldContain($"x-forwarded-host: {stage.Address}\n");
        headers.ShouldMatch(@"x-forwarded-for: \d+\.\d+\.\d+\.\d+\n");
        headers.ShouldMatch(@"x-real-ip: \d+\.\d+\.\d+\.\d+\n");
    }

    [Fact]
    public async Task HAProxy_refuses_to_switch_a_service_that_it_does_not_know()
    {
        await using var stage = await ProxyStage.StartAsync("haproxy");

        var (_, exitCode, _, error) = await stage.TryExecAsync(stage.Proxy.SwitchTo(stage.Plan, [new SlotChoice("web", Slot.Green)]));

        exitCode.ShouldBe(1);
        error.ShouldBe("HAProxy refused to switch: entry not found.\n");
        (await stage.TextAsync("/")).ShouldBe("blue");
    }
}
