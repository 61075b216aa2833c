using System.Net.WebSockets;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;
using Slipway.Traffic.Tests.Proxies;

namespace Slipway.Traffic.Tests.EndToEnd;

public sealed class DrainTests
{
    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Each_answer_of_a_proxy_that_drains_its_clients_is_the_last_of_its_connection_until_it_has_another_configuration(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind);
        (await ClosesAsync(stage, "/page")).ShouldBeFalse();

        await stage.ExecAsync(stage.Taker.DrainClients);
        await stage.ExecAsync(stage.Taker.DrainClients);

        (await ClosesAsync(stage, "/page")).ShouldBeTrue();
        (await ClosesAsync(stage, "/api/x")).ShouldBeTrue();
        (await ClosesAsync(stage, "/missing")).ShouldBeTrue();
        await stage.ExecAsync(stage.Taker.KeepClients);
        await stage.ExecAsync(stage.Taker.KeepClients);
        (await ClosesAsync(stage, "/page")).ShouldBeFalse();
        await stage.ExecAsync(stage.Taker.DrainClients);
        await stage.TakeAsync(stage.Plan with { Fingerprint = "next" });
        (await ClosesAsync(stage, "/page")).ShouldBeFalse();
        await stage.ExecAsync(stage.Taker.DrainClients);
        await stage.RestartAsync();
        (await ClosesAsync(stage, "/page")).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task A_proxy_that_drains_its_clients_routes_as_ever(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind, p => p with { IsBehindFront = true });
        await stage.SwitchToAsync(new SlotChoice(ProxyStage.OtherService, Slot.Green));
        await stage.ExecAsync(stage.Taker.DrainClients);

        (await stage.TextAsync("/x%2Fy?q=1%202")).ShouldBe("bot blue /x%2Fy?q=1%202");
        (await stage.TextAsync("/api/x")).ShouldBe("api.v2 green /api/x");
        (await stage.TextAsync("/page", host: ProxyStage.OtherHost)).ShouldBe("api.v2 green /page");
        (await stage.TextAsync("/headers", headers: [("X-Real-IP", "203.0.113.7")])).ToLowerInvariant().ShouldContain("x-real-ip: 203.0.113.7\n");
        using var client = new HttpClient();
        using var content = new StringContent(new string('x', 300_000));
        using var response = await client.PostAsync(new Uri($"http://{stage.Address}/length"), content, TestContext.Current.CancellationToken);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("300000 bytes");
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{stage.Address}/ws"), TestContext.Current.CancellationToken);
        await socket.SendAsync("hello"u8.ToArray(), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        (await socket.ReceiveAsync(new byte[100], TestContext.Current.CancellationToken)).Count.ShouldBe(5);
        var status = (int)await stage.StatusAsync("/broken");
        status.ShouldBe(500);
    }

    [Theory]
    [InlineData(9170)]
    [InlineData(9171)]
    [InlineData(9181)]
    public async Task A_service_may_have_a_port_that_the_proxy_would_have_for_itself(int port)
    {
        foreach (var kind in ProxyKinds.All)
        {
            await using var stage = await ProxyStage.StartAsync(kind.Name, p => p with { Listeners = [.. p.Listeners, Listener.To(port, ProxyStage.OtherService)] });

            (await stage.TextAsync("/x", port)).ShouldBe("api.v2 blue /x");
            await stage.SwitchToAsync(new SlotChoice(ProxyStage.OtherService, Slot.Green));
            (await stage.TextAsync("/x", port)).ShouldBe("api.v2 green /x");
            (await stage.TextAsync("/x", stage.Preview.PreviewPortOf(stage.Plan, stage.Plan.Listeners[^1]), Slot.Blue)).ShouldBe("api.v2 blue /x");
            await stage.TakeAsync(stage.Plan with { Fingerprint = "next" });
            (await stage.TextAsync("/x", port)).ShouldBe("api.v2 green /x");
        }
    }

    private static async Task<bool> ClosesAsync(ProxyStage stage, string path)
    {
        using var response = await stage.AskAsync(path);
        return response.Headers.ConnectionClose ?? false;
    }
}
