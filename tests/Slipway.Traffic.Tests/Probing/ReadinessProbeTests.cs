using System.Net;
using Slipway.Testing.Network;
using Slipway.Traffic.Probing;

namespace Slipway.Traffic.Tests.Probing;

public sealed class ReadinessProbeTests
{
    private static readonly ProbeRequest Health = new("/healthz");
    private readonly ReadinessProbe _probe = new(TimeProvider.System);

    [Fact]
    public async Task It_asks_over_one_connection_until_the_application_says_that_it_is_ready()
    {
        await using var server = new RawServer((number, socket) => number < 5
            ? RawServer.SayAsync(socket, "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 7\r\n\r\nbooting")
            : RawServer.GoodAsync(socket));

        var result = await WaitAsync(Tcp.To(server.Address));

        result.Ready.ShouldBeTrue();
        result.Attempts.ShouldBe(6);
        result.Last.ShouldBe(new ProbeAnswer(ProbeOutcome.Ready, 200, "ok"));
        server.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task It_begins_before_anybody_listens()
    {
        RawServer? server = null;
        var attempts = 0;
        var address = FreeAddress();

        var result = await WaitAsync(cancellation =>
        {
            if (++attempts == 4)
            {
                server = new RawServer((_, socket) => RawServer.GoodAsync(socket), address);
            }

            return Tcp.To(address)(cancellation);
        });

        result.Ready.ShouldBeTrue();
        result.Attempts.ShouldBe(4);
        await server!.DisposeAsync();
    }

    [Fact]
    public async Task After_the_deadline_it_tells_the_last_answer_with_the_beginning_of_its_body()
    {
        await using var server = new RawServer((_, socket) => RawServer.SayAsync(socket, "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\nthe schema\n  is at 0003", goesOn: false));

        var result = await WaitAsync(Tcp.To(server.Address), deadline: TimeSpan.FromSeconds(2));

        result.Ready.ShouldBeFalse();
        result.Attempts.ShouldBeGreaterThan(1);
        $"The last attempt {result.Last}.".ShouldBe("The last attempt was answered 503: the schema is at 0003.");
    }

    [Fact]
    public async Task Nobody_listening_is_told_apart()
    {
        var result = await WaitAsync(Tcp.To(FreeAddress()), deadline: TimeSpan.FromMilliseconds(100));

        $"{result.Last}".ShouldBe("was refused: nobody listens at the address");
    }

    [Fact]
    public async Task Silence_is_told_apart()
    {
        await using var server = new RawServer((_, _) => ValueTask.FromResult(true));

        var result = await WaitAsync(Tcp.To(server.Address), Health with { AttemptTimeout = TimeSpan.FromMilliseconds(50) }, TimeSpan.FromMilliseconds(120));

        result.Last.Outcome.ShouldBe(ProbeOutcome.TimedOut);
        result.Attempts.ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("", ProbeOutcome.Closed, "was cut off: the connection was closed without an answer")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", ProbeOutcome.Closed, "was cut off: the connection was closed after 4 bytes of the answer's body")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le", ProbeOutcome.Closed, "was cut off: the connection was closed without an answer")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n", ProbeOutcome.NotHttp, "was answered by something else than a web server: the body of the answer is not as HTTP has it")]
    [InlineData("220 mail.example.org ESMTP\r\n\r\n", ProbeOutcome.NotHttp, "was answered by something else than a web server: the answer is not HTTP")]
    public async Task A_broken_answer_is_told_apart(string answer, ProbeOutcome outcome, string text)
    {
        await using var server = new RawServer((_, socket) => RawServer.SayAsync(socket, answer, goesOn: false));

        var result = await WaitAsync(Tcp.To(server.Address), deadline: TimeSpan.FromSeconds(1));

        result.Last.Outcome.ShouldBe(outcome);
        $"{result.Last}".ShouldBe(text);
    }

    [Fact]
    public async Task The_caller_says_which_status_means_ready()
    {
        await using var server = new RawServer((_, socket) => RawServer.SayAsync(socket, "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"));

        (await WaitAsync(Tcp.To(server.Address), deadline: TimeSpan.FromMilliseconds(50))).Ready.ShouldBeFalse();
        (await WaitAsync(Tcp.To(server.Address), Health with { HighestStatus = 401 })).Ready.ShouldBeTrue();
    }

    [Fact]
    public async Task It_ends_at_once_when_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = new RawServer(async (_, _) =>
        {
            await cancellation.CancelAsync();
            return true;
        });

        await Should.ThrowAsync<OperationCanceledException>(() => _probe.WaitAsync(Tcp.To(server.Address), Health, TimeSpan.FromMinutes(1), cancellation.Token));
    }

    [Fact]
    public async Task A_reset_is_told_apart()
    {
        await using var server = new RawServer((_, socket) =>
        {
            socket.LingerState = new(true, 0);
            return ValueTask.FromResult(false);
        });

        $"{(await WaitAsync(Tcp.To(server.Address), deadline: TimeSpan.FromSeconds(1))).Last}".ShouldBe("was cut off: Connection reset by peer");
    }

    [Fact]
    public async Task A_connection_that_does_not_come_about_counts_as_timed_out_and_is_given_up()
    {
        var pending = new List<CancellationToken>();

        var result = await WaitAsync(
            async cancellation =>
            {
                pending.Add(cancellation);
                await Task.Delay(Timeout.Infinite, cancellation);
                return Stream.Null;
            },
            Health with { AttemptTimeout = TimeSpan.FromMilliseconds(50) },
            TimeSpan.FromMilliseconds(300));

        result.Last.ShouldBe(new ProbeAnswer(ProbeOutcome.TimedOut, null, "50 ms"));
        result.Attempts.ShouldBeGreaterThan(1);
        pending.ShouldAllBe(c => c.IsCancellationRequested);
    }

    [Fact]
    public async Task What_the_way_to_the_container_says_in_words_of_its_own_is_passed_on()
    {
        var refusal = new InvalidOperationException("ssh says no");

        (await Should.ThrowAsync<InvalidOperationException>(() => WaitAsync(_ => throw refusal))).ShouldBeSameAs(refusal);
    }

    [Fact]
    public async Task A_redirect_is_an_answer_and_not_followed()
    {
        await using var server = new RawServer((_, socket) => RawServer.SayAsync(socket, "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"));

        (await WaitAsync(Tcp.To(server.Address))).Last.ShouldBe(new ProbeAnswer(ProbeOutcome.Ready, 302, ""));
        server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task A_line_break_in_a_header_is_refused()
    {
        var request = Health with { Headers = new Dictionary<string, string> { ["X-Slipway-Slot"] = "green\r\nHost: other" } };

        (await Should.ThrowAsync<ArgumentException>(() => WaitAsync(Tcp.To(FreeAddress()), request))).Message.ShouldContain("no line breaks");
    }

    private Task<ProbeResult> WaitAsync(Func<CancellationToken, ValueTask<Stream>> connect, ProbeRequest? request = null, TimeSpan? deadline = null) =>
        _probe.WaitAsync(connect, request ?? Health, deadline ?? TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    private static IPEndPoint FreeAddress() => new(IPAddress.Loopback, FreePort.Find());
}
