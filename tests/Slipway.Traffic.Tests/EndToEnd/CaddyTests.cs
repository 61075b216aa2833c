using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Slipway.Traffic.Draining;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Tests.EndToEnd;

public sealed class CaddyTests
{
    [Fact]
    public async Task It_listens_where_it_was_told_to_and_nowhere_else()
    {
        await using var stage = await ProxyStage.StartAsync("caddy");

        // State 0A of Linux: listening. Docker's own name server, on 127.0.0.11, has a port in every container.
        var ports = await stage.ExecAsync(["sh", "-c", "awk '$4 == \"0A\" && $2 !~ /^0B00007F/ { print $2 }' /proc/net/tcp /proc/net/tcp6 | sed 's/.*://'"]);

        ports.Split('\n').Select(p => int.Parse(p, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).Order().ShouldBe([80, 9180, 9181]);
    }

    [Fact]
    public async Task A_stream_whose_client_has_gone_is_not_under_way_any_more()
    {
        await using var stage = await ProxyStage.StartAsync("caddy");
        using (var client = new HttpClient())
        {
            await using var stream = await client.GetStreamAsync(new Uri($"http://{stage.Address}/events?count=2&ms=600000"), TestContext.Current.CancellationToken);
            (await stage.InFlightAsync(Slot.Blue)).ShouldBeGreaterThan(0);
        }

        var drained = await new DrainWait(TimeProvider.System).WaitAsync(
            _ => stage.CountAsync(Slot.Blue), TimeSpan.FromSeconds(20), null, TestContext.Current.CancellationToken);

        drained.Drained.ShouldBeTrue();
    }

    [Fact]
    public async Task A_stream_that_is_silent_for_longer_than_the_idle_timeout_is_ended()
    {
        await using var stage = await ProxyStage.StartAsync("caddy");
        await stage.TakeAsync(stage.Plan with { IdleTimeout = TimeSpan.FromSeconds(1) });
        using var client = new HttpClient();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(30));

        (await client.GetStringAsync(new Uri($"http://{stage.Address}/slow?ms=500"), deadline.Token)).ShouldBe("blue");
        // Caddy from 2.7.6 on tells the client that this is not the end.
        (await client.GetStringAsync(new Uri($"http://{stage.Address}/events?count=2&ms=600000"), deadline.Token)).ShouldBe("data: 0\n\n");
    }

    [Fact]
    public async Task A_slot_that_takes_no_connection_within_the_connect_timeout_has_failed()
    {
        await using var stage = await ProxyStage.StartAsync("caddy");
        await stage.TakeAsync(stage.Plan with { ConnectTimeout = TimeSpan.FromSeconds(1) });
        var address = stage.Plan.Backends[0].EndPointOf(Slot.Green);
        await stage.Green.DisposeAsync();
        using var deaf = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        deaf.Bind(address);
        deaf.Listen(0);
        using var first = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await first.ConnectAsync(address, TestContext.Current.CancellationToken);
        await stage.SwitchToAsync(Slot.Green);
        var began = Stopwatch.GetTimestamp();

        (await stage.StatusAsync("/")).ShouldBe(HttpStatusCode.BadGateway);

        Stopwatch.GetElapsedTime(began).ShouldBeInRange(TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(4));
        (await stage.LogUpToAsync("GET /")).ShouldContain("i/o timeout");
    }
}
