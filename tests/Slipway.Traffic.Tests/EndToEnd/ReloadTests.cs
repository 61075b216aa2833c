using System.Net;
using System.Net.WebSockets;
using System.Text;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;
using Slipway.Traffic.Tests.Proxies;

namespace Slipway.Traffic.Tests.EndToEnd;

public sealed class ReloadTests
{
    private static readonly SlotChoice[] Crossed = [new(ProxyStage.Service, Slot.Blue), new(ProxyStage.OtherService, Slot.Green)];

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task A_running_proxy_takes_another_configuration_and_says_so(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind, p => p with { Fingerprint = "first1" });
        (await stage.FingerprintAsync()).ShouldBe("first1");

        await stage.TakeAsync(stage.Plan with { Fingerprint = "second2", Listeners = [.. stage.Plan.Listeners, Listener.To(8000, ProxyStage.OtherService)] });

        (await stage.FingerprintAsync()).ShouldBe("second2");
        (await stage.TextAsync("/x", 8000)).ShouldBe("api.v2 blue /x");
        (await stage.TextAsync("/x")).ShouldBe("bot blue /x");
        await stage.TakeAsync(stage.Plan with { Fingerprint = "", Listeners = [Listener.To(8000, ProxyStage.Service)] });
        (await stage.FingerprintAsync()).ShouldBeNull();
        (await stage.TextAsync("/x", 8000)).ShouldBe("bot blue /x");
        await Should.ThrowAsync<HttpRequestException>(() => stage.TextAsync("/x"));
    }

    [Theory]
    [InlineData("nginx", "unknown directive \"nonsense\" in /etc/nginx/nginx.conf:3")]
    [InlineData("haproxy", "[/usr/local/etc/haproxy/haproxy.cfg:3] : unknown keyword 'nonsense' in 'global' section")]
    [InlineData("caddy", "/etc/caddy/Caddyfile:3: unrecognized global option: nonsense")]
    public async Task A_broken_configuration_is_refused_with_the_reason_and_the_old_one_serves_on(string kind, string expected)
    {
        await using var stage = await ProxyStage.StartAsync(kind, p => p with { Fingerprint = "good" });
        await stage.SwitchToAsync(Slot.Green);

        var refused = await stage.TryTakeAsync(stage.Plan with { Fingerprint = "bad" }, f => f with { Content = Spoil(f.Content, kind) });

        refused.ExitCode.ShouldNotBe(0);
        refused.Errors.ShouldContain(expected);
        (await stage.FingerprintAsync()).ShouldBe("good");
        (await stage.TextAsync("/")).ShouldBe("green");
        await stage.SwitchToAsync(Slot.Blue);
        (await stage.TextAsync("/")).ShouldBe("blue");
        await stage.TakeAsync(stage.Plan with { Fingerprint = "better" });
        (await stage.FingerprintAsync()).ShouldBe("better");
    }

    [Theory]
    [InlineData("nginx", "192.0.2.1:80")]
    [InlineData("haproxy", "HAProxy did not take its new configuration")]
    [InlineData("caddy", "192.0.2.1:80")]
    public async Task A_configuration_that_turns_out_to_be_impossible_is_not_taken(string kind, string expected)
    {
        await using var stage = await ProxyStage.StartAsync(kind, p => p with { Fingerprint = "good" });

        // The file is right, but nobody can listen at an address of somebody else.
        var refused = await stage.TryTakeAsync(stage.Plan with { Fingerprint = "bad" }, f => f with { Content = Misplace(f.Content, kind) });

        refused.ExitCode.ShouldNotBe(0);
        refused.Errors.ShouldContain(expected);
        (await stage.FingerprintAsync()).ShouldBe("good");
        (await stage.TextAsync("/")).ShouldBe("blue");
        await stage.SwitchToAsync(Slot.Green);
        (await stage.TextAsync("/")).ShouldBe("green");
        await stage.TakeAsync(stage.Plan with { Fingerprint = "better" });
        (await stage.TextAsync("/")).ShouldBe("green");
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task What_served_before_serves_after_and_the_time_of_the_switch_is_still_known(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind);
        await stage.SwitchToAsync(Slot.Green);
        await stage.SwitchToAsync(Crossed);
        await stage.ExecAsync(["touch", "-d", "@1700000000", stage.Proxy.StateDirectory]);

        await stage.ExecAsync(stage.Taker.DrainClients);
        await stage.TakeAsync(stage.Plan with { Fingerprint = "next" });

        (await stage.SlotsAsync()).ShouldBe(Crossed);
        (await stage.TextAsync("/")).ShouldBe("blue");
        (await stage.TextAsync("/api")).ShouldBe("api.v2 green /api");
        (await stage.SinceSwitchAsync()).ShouldBeGreaterThan(TimeSpan.FromSeconds(1_000_000));
        await stage.RestartAsync();
        (await stage.SlotsAsync()).ShouldBe(Crossed);
    }

    [Fact]
    public async Task A_switch_of_HAProxy_that_was_broken_off_before_it_had_saved_is_not_undone()
    {
        await using var stage = await ProxyStage.StartAsync("haproxy");
        await stage.SwitchToAsync(Crossed);
        await stage.ExecAsync(["sh", "-c", "sed -i -e 's/green/blue/' /slots/slots.map"]);

        await stage.TakeAsync(stage.Plan with { Fingerprint = "next" });

        (await stage.SlotsAsync()).ShouldBe(Crossed);
        await stage.RestartAsync();
        (await stage.SlotsAsync()).ShouldBe(Crossed);
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task A_service_that_is_new_can_be_switched(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind, p => p with { Backends = [p.Backends[0]], Listeners = [Listener.To(80, ProxyStage.Service)] });
        await stage.SwitchToAsync(Slot.Green);

        var other = new Backend(ProxyStage.OtherService, ProxyStage.OtherPort, stage.Plan.Backends[0].BlueAddress, stage.Plan.Backends[0].GreenAddress);
        await stage.TakeAsync(stage.Plan with { Backends = [.. stage.Plan.Backends, other], Listeners = [.. stage.Plan.Listeners, Listener.To(8000, ProxyStage.OtherService)] });
        await stage.SwitchToAsync(new SlotChoice(ProxyStage.OtherService, Slot.Green));

        (await stage.SlotsAsync()).ShouldBe([new SlotChoice(ProxyStage.Service, Slot.Green), new SlotChoice(ProxyStage.OtherService, Slot.Green)]);
        (await stage.TextAsync("/x", 8000)).ShouldBe("api.v2 green /x");
    }

    [Theory]
    [InlineData("nginx")]
    [InlineData("haproxy")]
    public async Task A_websocket_and_a_slow_upload_outlive_a_reload_and_count_as_under_way(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{stage.Address}/ws"), TestContext.Current.CancellationToken);
        var body = new SlowBody("first half, ", "second half");
        var upload = PostAsync(stage, body);
        await stage.Blue.PostAsync();

        await stage.ExecAsync(stage.Taker.DrainClients);
        await stage.TakeAsync(stage.Plan with { Fingerprint = "next" });
        await stage.SwitchToAsync(Slot.Green);

        await stage.UntilInFlightAsync(Slot.Blue, 2);
        (await EchoAsync(socket, "still there")).ShouldBe("still there");
        body.SendRest();
        (await upload).ShouldBe((HttpStatusCode.OK, "first half, second half"));
        (await stage.TextAsync("/")).ShouldBe("green");
    }

    [Fact]
    public async Task A_client_of_HAProxy_that_was_idle_has_one_more_answer_and_it_is_of_the_slot_that_serves_now()
    {
        await using var stage = await ProxyStage.StartAsync("haproxy");
        var connections = 0;
        using var idle = new HttpClient(new SocketsHttpHandler
        {
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            ConnectCallback = async (context, stop) =>
            {
                connections++;
                return await Tcp.To(new IPEndPoint(stage.Address, 80))(stop);
            },
        });
        var address = new Uri($"http://{stage.Address}/");
        (await idle.GetStringAsync(address, TestContext.Current.CancellationToken)).ShouldBe("blue");

        await stage.TakeAsync(stage.Plan with { Fingerprint = "next" });
        await stage.SwitchToAsync(Slot.Green);
        using var last = await idle.GetAsync(address, TestContext.Current.CancellationToken);

        (await last.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("green");
        last.Headers.ConnectionClose.ShouldBe(true);
        connections.ShouldBe(1);
    }

    private static string Spoil(string content, string kind)
    {
        var lines = content.Split('\n').ToList();
        lines.Insert(2, kind switch { "nginx" => "nonsense;", "caddy" => "\tnonsense", _ => "    nonsense" });
        return string.Join('\n', lines);
    }

    private static string Misplace(string content, string kind) => kind switch
    {
        "nginx" => content.Replace("listen 80", "listen 192.0.2.1:80", StringComparison.Ordinal),
        "caddy" => content.Replace("http://:80 {\n", "http://:80 {\n\tbind 192.0.2.1\n", StringComparison.Ordinal),
        _ => content.Replace("bind *:80\n", "bind 192.0.2.1:80\n", StringComparison.Ordinal),
    };

    private static async Task<string> EchoAsync(ClientWebSocket socket, string text)
    {
        await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        var buffer = new byte[100];
        var message = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, message.Count);
    }

    private static async Task<(HttpStatusCode Status, string Text)> PostAsync(ProxyStage stage, SlowBody body)
    {
        using var client = new HttpClient();
        using var content = new SlowContent(body);
        using var response = await client.PostAsync(new Uri($"http://{stage.Address}/echo"), content, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
