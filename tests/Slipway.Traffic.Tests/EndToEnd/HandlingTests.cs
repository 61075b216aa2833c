using System.Net;
using System.Net.Sockets;
using System.Text;
using Slipway.Traffic.Requests;
using Slipway.Traffic.Tests.Proxies;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>What a proxy does with requests beside passing them on.</summary>
public sealed class HandlingTests
{
    private const string Odd = "a \"b\" \\ $c %d '; e";

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Headers_are_set_and_taken_away_for_one_service_only(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind, p => Plans.Handled(p, new RequestHandling
        {
            RequestHeaders = [new HeaderRule("X-Env", Odd), new HeaderRule("Cookie", null), new HeaderRule("X-Forwarded-Proto", "https")],
            ResponseHeaders = [new HeaderRule("X-Frame-Options", "DENY"), new HeaderRule("X-Slot", null), new HeaderRule("X-Odd", Odd)],
        }));

        var headers = await stage.TextAsync("/headers", headers: [("Cookie", "a=b"), ("X-Env", "mine")]);
        using var answer = await stage.AskAsync("/any");
        using var missing = await stage.AskAsync("/missing");
        using var other = await stage.AskAsync("/api");

        headers.ShouldContain($"X-Env: {Odd}\n");
        headers.ShouldNotContain("Cookie");
        headers.ShouldNotContain("mine");
        headers.ShouldContain("X-Forwarded-Proto: https\n");
        headers.ShouldContain("X-Real-IP: ", Case.Insensitive);
        answer.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        answer.Headers.GetValues("X-Odd").ShouldBe([Odd]);
        answer.Headers.Contains("X-Slot").ShouldBeFalse();
        missing.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        other.Headers.Contains("X-Frame-Options").ShouldBeFalse();
        other.Headers.Contains("X-Slot").ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task A_larger_body_than_is_taken_does_not_reach_the_slot(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind, p => Plans.Handled(p, new RequestHandling { MaxBody = 100_000 }));

        (await PostAsync(stage, 100_000, chunked: false)).ShouldBe((HttpStatusCode.OK, "100000 bytes"));
        (await PostAsync(stage, 100_001, chunked: false)).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await PostAsync(stage, 100_001, chunked: true)).Status.ShouldBeOneOf(HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.LengthRequired);
        (await stage.TextAsync("/any")).ShouldBe("bot blue /any");
        using var other = await stage.AskAsync("/api");
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task A_slot_that_is_silent_for_too_long_is_given_up(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind, p => Plans.Handled(p, new RequestHandling { ResponseTimeout = TimeSpan.FromSeconds(1) }));

        (await stage.StatusAsync("/slow?ms=20000")).ShouldBeOneOf(HttpStatusCode.GatewayTimeout, HttpStatusCode.BadGateway);
        (await stage.StatusAsync("/slow?ms=100")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task A_client_that_takes_too_long_for_its_headers_is_given_up(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind, p => p with { RequestTimeout = TimeSpan.FromSeconds(1) });
        using var client = new TcpClient();
        await client.ConnectAsync(stage.Address, 80, TestContext.Current.CancellationToken);

        // A byte from time to time buys no time.
        var drip = DripAsync(client.GetStream());
        using var answer = new MemoryStream();
        try
        {
            await client.GetStream().CopyToAsync(answer, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // It was closed while there was more to read.
        }

        await drip;
        Encoding.ASCII.GetString(answer.ToArray()).ShouldMatch("^(HTTP/1.1 40[08] |$)");
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task A_client_that_asks_for_nothing_more_is_let_go(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind, p => p with { KeepAliveTimeout = TimeSpan.FromSeconds(1) });
        using var client = new TcpClient();
        await client.ConnectAsync(stage.Address, 80, TestContext.Current.CancellationToken);

        await client.GetStream().WriteAsync("GET /any HTTP/1.1\r\nHost: bot\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        using var answer = new MemoryStream();
        await client.GetStream().CopyToAsync(answer, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        Encoding.ASCII.GetString(answer.ToArray()).ShouldStartWith("HTTP/1.1 200");
    }

    private static async Task DripAsync(NetworkStream stream)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(300));
        try
        {
            foreach (var part in "GET / HTTP/1.1\r\nX-Slow: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".Chunk(1))
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(part), TestContext.Current.CancellationToken);
                await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            }
        }
        catch (Exception end) when (end is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The proxy has closed the connection.
        }
    }

    private static async Task<(HttpStatusCode Status, string Text)> PostAsync(ProxyStage stage, int length, bool chunked)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"http://{stage.Address}/length")) { Content = new ByteArrayContent(new byte[length]) };
        request.Headers.TransferEncodingChunked = chunked;

        // Who sends on while the proxy has already refused meets a closed connection now and then, instead of the answer.
        request.Headers.ExpectContinue = true;
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
