using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Slipway.Traffic.Draining;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Tests.EndToEnd;

public sealed class CaddyTests
{
    private const string ClientSays =
        "X-Forwarded-For: 203.0.113.9|X-Real-IP: 203.0.113.9|X-Forwarded-Proto: https|X-Forwarded-Host: shop.example.org";

    [Fact]
    public async Task It_listens_where_it_was_told_to_and_nowhere_else()
    {
        await using var stage = await ProxyStage.StartAsync("caddy");

        // State 0A of Linux: listening. Docker's own name server, on 127.0.0.11, has a port in every container.
        var ports = await stage.ExecAsync(["sh", "-c", "awk '$4 == \"0A\" && $2 !~ /^0B00007F/ { print $2 }' /proc/net/tcp /proc/net/tcp6 | sed 's/.*://'"]);

        ports.Split('\n').Select(p => int.Parse(p, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).Order().ShouldBe([80, 9180, 9181]);
    }

    [Fact]
    public async Task Only_a_front_may_say_who_the_client_is()
    {
        await using var stage = await ProxyStage.StartAsync("caddy");

        var silent = await HeadersAsync(stage, "");
        var told = await HeadersAsync(stage, $"{ClientSays}|X_Real_IP: 203.0.113.9|X-Forwarded_For: 203.0.113.9");
        await stage.TakeAsync(stage.Plan with { IsBehindFront = true });
        var behindSilentFront = await HeadersAsync(stage, "");
        var behindFront = await HeadersAsync(stage, ClientSays);

        var peer = silent.Split(' ')[^1];
        silent.ShouldBe($"x-forwarded-for: {peer}\nx-forwarded-host: {stage.Address}\nx-forwarded-proto: http\nx-real-ip: {peer}");
        told.ShouldBe($"x-forwarded-for: 203.0.113.9, {peer}\nx-forwarded-host: {stage.Address}\nx-forwarded-proto: https\nx-real-ip: {peer}");
        behindSilentFront.ShouldBe(silent);
        behindFront.ShouldBe($"x-forwarded-for: 203.0.113.9, {peer}\nx-forwarded-host: shop.example.org\nx-forwarded-proto: https\nx-real-ip: 203.0.113.9");
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
            _ => stage.InFlightAsync(Slot.Blue), TimeSpan.FromSeconds(20), null, TestContext.Current.CancellationToken);

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

    private static async Task<string> HeadersAsync(ProxyStage stage, string headers, string of = "x")
    {
        using var response = await SendAsync(stage, "/headers", headers);
        var lines = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n')
            .Select(l => $"{l.Split(':')[0].ToLowerInvariant()}:{l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..]}");
        return string.Join('\n', lines.Where(l => l.StartsWith(of, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    private static async Task<HttpResponseMessage> SendAsync(ProxyStage stage, string path, string headers)
    {
        using var handler = new SocketsHttpHandler { UseCookies = false };
        using var client = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://{stage.Address}{path}"));
        foreach (var header in headers.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            request.Headers.TryAddWithoutValidation(header.Split(": ")[0], header.Split(": ")[1]);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
