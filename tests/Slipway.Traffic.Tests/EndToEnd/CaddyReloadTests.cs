using System.Net;
using System.Net.WebSockets;
using Slipway.Load;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Tests.EndToEnd;

public sealed class CaddyReloadTests(ITestOutputHelper output)
{
    private const int Reloads = 8;
    private const int BetweenReloads = 1_000;

    [Fact]
    public async Task No_request_is_lost_when_the_clients_are_drained_before_a_configuration_is_taken()
    {
        // Caddy opens its ports anew, and what waits at the old ones is reset unless the kernel hands it on.
        await using var stage = await ProxyStage.StartAsync("caddy", null, "--sysctl", "net.ipv4.tcp_migrate_req=1");
        await using var load = LoadRun.Start(KeptAlive(stage), TimeProvider.System);

        for (var i = 0; i < Reloads; i++)
        {
            await load.FurtherAsync(BetweenReloads, TestContext.Current.CancellationToken);
            await stage.ExecAsync(stage.Taker.DrainClients);
            await load.FurtherAsync(BetweenReloads, TestContext.Current.CancellationToken);
            await stage.TakeAsync(stage.Plan with { Fingerprint = $"reload{i}" });
            stage.Taker.ParseFingerprint(await stage.TextAsync("/slots", 9180)).ShouldBe($"reload{i}");
        }

        var report = await load.StopAsync();
        output.WriteLine($"{report.Failed} failed of {report.Requests}, {report.Rate:0}/s, longest gap {report.LongestGap.TotalMilliseconds:0} ms; {string.Join(", ", report.Figures)}");
        report.Failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task Clients_are_told_that_their_connection_ends_until_that_is_taken_back_or_a_configuration_was_taken()
    {
        await using var stage = await ProxyStage.StartAsync("caddy");
        (await ClosesAsync(stage)).ShouldBeFalse();

        await stage.ExecAsync(stage.Taker.DrainClients);
        (await ClosesAsync(stage)).ShouldBeTrue();
        await stage.ExecAsync(stage.Taker.KeepClients);
        (await ClosesAsync(stage)).ShouldBeFalse();

        await stage.ExecAsync(stage.Taker.DrainClients);
        await stage.TakeAsync(stage.Plan);
        (await ClosesAsync(stage)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_configuration_that_is_wrong_is_refused_and_the_old_one_goes_on()
    {
        await using var stage = await ProxyStage.StartAsync("caddy");
        await stage.SwitchToAsync(Slot.Green);

        var refused = await stage.TryTakeAsync(stage.Plan, f => f with { Content = f.Content.Replace("\tadmin ", "\tnonsense ", StringComparison.Ordinal) });

        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain("/etc/caddy/Caddyfile:3: unrecognized global option: nonsense");
        (await stage.TextAsync("/")).ShouldBe("green");
    }

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
        stage.Taker.ParseFingerprint(await stage.TextAsync("/slots", 9180)).ShouldBe("next");
        await stage.TakeAsync(stage.Plan with { Fingerprint = "last" });
        stage.Taker.ParseFingerprint(await stage.TextAsync("/slots", 9180)).ShouldBe("last");
    }

    private static async Task<bool> ClosesAsync(ProxyStage stage)
    {
        using var response = await stage.AskAsync("/");
        return response.Headers.ConnectionClose ?? false;
    }

    private static LoadPlan KeptAlive(ProxyStage stage) => new(new IPEndPoint(stage.Address, 80),
    [
        new LoadClients(LoadKind.Get, "/", 8) { Pause = TimeSpan.FromMilliseconds(7) },
        new LoadClients(LoadKind.Post, "/echo", 8) { Pause = TimeSpan.FromMilliseconds(5) },
    ]);
}
