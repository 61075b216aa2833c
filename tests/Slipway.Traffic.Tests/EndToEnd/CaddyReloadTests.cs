using System.Net.WebSockets;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Tests.EndToEnd;

public sealed class CaddyReloadTests
{
    [Fact]
    public async Task A_request_and_an_event_stream_outlive_the_configuration_that_they_began_under_and_a_websocket_is_closed_politely()
    {
        await using var stage = await ProxyStage.StartAsync("caddy");
        var slow = stage.TextAsync("/slow?ms=3000");
        await stage.Blue.SlowRequestAsync();
        using var client = new HttpClient();
        using var events = new StreamReader(await client.GetStreamAsync(new Uri($"http://{stage.Address}/events?count=30&ms=100"), TestContext.Current.CancellationToken));
        (await events.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe("data: 0");
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{stage.Address}/ws"), TestContext.Current.CancellationToken);

        await stage.TakeAsync(stage.Plan with { Fingerprint = "next" });

        slow.IsCompleted.ShouldBeFalse();
        (await slow).ShouldBe("blue");
        (await events.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain("data: 29");
        (await socket.ReceiveAsync(new byte[8], TestContext.Current.CancellationToken)).CloseStatus.ShouldBe(WebSocketCloseStatus.EndpointUnavailable);
    }

    [Fact]
    public async Task It_starts_again_after_it_was_killed_with_what_it_served()
    {
        await using var stage = await ProxyStage.StartAsync("caddy");
        await stage.TakeAsync(stage.Plan with { Fingerprint = "next" });
        await stage.SwitchToAsync(Slot.Green);

        await stage.KillAndStartAsync();

        (await stage.TextAsync("/")).ShouldBe("green");
        (await stage.FingerprintAsync()).ShouldBe("next");
        await stage.TakeAsync(stage.Plan with { Fingerprint = "last" });
        (await stage.FingerprintAsync()).ShouldBe("last");
    }
}
