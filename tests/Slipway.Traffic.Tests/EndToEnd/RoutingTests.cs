using Slipway.Traffic.Slots;
using Slipway.Traffic.Tests.Proxies;

namespace Slipway.Traffic.Tests.EndToEnd;

public sealed class RoutingTests
{
    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Path_and_host_decide_the_service_and_each_service_has_its_own_slot(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind);

        await stage.SwitchToAsync(new SlotChoice(ProxyStage.OtherService, Slot.Green));

        (await stage.TextAsync("/page?q=1")).ShouldBe("bot blue /page?q=1");
        (await stage.TextAsync("/api")).ShouldBe("api.v2 green /api");
        (await stage.TextAsync("/api/x")).ShouldBe("api.v2 green /api/x");
        (await stage.TextAsync("/apis")).ShouldBe("bot blue /apis");
        (await stage.TextAsync("/API/x")).ShouldBe("bot blue /API/x");
        (await stage.TextAsync("/page", host: ProxyStage.OtherHost)).ShouldBe("api.v2 green /page");
        (await stage.TextAsync("/page", host: $"{ProxyStage.OtherHost.ToUpperInvariant()}:8080")).ShouldBe("api.v2 green /page");
        (await stage.TextAsync("/page", host: "elsewhere.example.org")).ShouldBe("bot blue /page");
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Two_services_are_switched_by_one_command_in_either_direction(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind);
        await stage.SwitchToAsync(Slot.Green);

        SlotChoice[] crossed = [new SlotChoice(ProxyStage.Service, Slot.Blue), new SlotChoice(ProxyStage.OtherService, Slot.Green)];
        await stage.SwitchToAsync(crossed);

        (await stage.SlotsAsync()).ShouldBe(crossed);
        await stage.RestartAsync();
        (await stage.SlotsAsync()).ShouldBe(crossed);
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task An_event_reaches_the_client_while_the_stream_is_still_open(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind);
        using var client = new HttpClient();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(30));

        await using var stream = await client.GetStreamAsync(new Uri($"http://{stage.Address}/events?count=2&ms=600000"), deadline.Token);
        using var reader = new StreamReader(stream);

        (await reader.ReadLineAsync(deadline.Token)).ShouldBe("data: 0");
    }
}
