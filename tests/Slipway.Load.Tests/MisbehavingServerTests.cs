using System.Net;
using System.Net.Sockets;
using Slipway.Testing.Network;

namespace Slipway.Load.Tests;

public sealed class MisbehavingServerTests
{
    [Fact]
    public async Task A_server_that_behaves_fails_no_request()
    {
        await using var server = new RawServer((_, socket) => RawServer.GoodAsync(socket));

        var report = await RunAsync(server, requests: 50);

        report.Failures.ShouldBeEmpty();
        report.Requests.ShouldBe(50);
        server.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task A_kept_connection_that_is_closed_beneath_a_request_is_a_failure_and_nothing_is_retried()
    {
        await using var server = new RawServer((number, socket) => number == 3 ? ValueTask.FromResult(false) : RawServer.GoodAsync(socket));

        var report = await RunAsync(server, requests: 10);

        report.Failures.ShouldHaveSingleItem().Reason.ShouldBe(LoadFailureReason.ClosedWithoutAnswer);
        report.Requests.ShouldBe(10);
        server.Requests.ShouldBe(10);
    }

    [Fact]
    public async Task A_connection_that_the_server_announced_to_close_is_replaced_and_nothing_failed()
    {
        await using var server = new RawServer((_, socket) => RawServer.SayAsync(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok", goesOn: false));

        var report = await RunAsync(server, requests: 10);

        report.Failures.ShouldBeEmpty();
        server.Connections.ShouldBe(10);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf", LoadFailureReason.ClosedWithinAnswer)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\ndata\r\n", LoadFailureReason.ClosedWithinAnswer)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nda", LoadFailureReason.ClosedWithinAnswer)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le", LoadFailureReason.ClosedWithinAnswer)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n", LoadFailureReason.BadAnswer)]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n\r\n", LoadFailureReason.BadAnswer)]
    [InlineData("HTTP/1.1 101 Switching Protocols\r\n\r\n", LoadFailureReason.BadAnswer)]
    [InlineData("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n", LoadFailureReason.Status)]
    [InlineData("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n", LoadFailureReason.Status)]
    public async Task Half_an_answer_or_a_wrong_one_is_a_failure(string answer, LoadFailureReason reason)
    {
        await using var server = new RawServer((number, socket) => number == 1 ? RawServer.SayAsync(socket, answer, goesOn: false) : RawServer.GoodAsync(socket));

        var report = await RunAsync(server, requests: 2);

        report.Failures.ShouldHaveSingleItem().Reason.ShouldBe(reason);
        report.Failed.ShouldBe(1);
    }

    [Fact]
    public async Task A_reset_is_a_failure()
    {
        await using var server = new RawServer((number, socket) =>
        {
            if (number != 1)
            {
                return RawServer.GoodAsync(socket);
            }

            socket.LingerState = new LingerOption(true, 0);
            return ValueTask.FromResult(false);
        });

        var report = await RunAsync(server, requests: 3);

        report.Failures.ShouldHaveSingleItem().Reason.ShouldBe(LoadFailureReason.Reset);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_is_a_failure()
    {
        await using var server = new RawServer((number, socket) => number == 1 ? ValueTask.FromResult(true) : RawServer.GoodAsync(socket));

        var report = await RunAsync(server, requests: 3, timeout: TimeSpan.FromMilliseconds(300));

        report.Failures.ShouldHaveSingleItem().Reason.ShouldBe(LoadFailureReason.TimedOut);
    }

    [Fact]
    public async Task A_stream_without_an_end_is_left_when_the_load_stops_and_is_no_failure()
    {
        var streaming = new TaskCompletionSource();
        await using var server = new RawServer(async (_, socket) =>
        {
            await RawServer.SayAsync(socket, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n9\r\ndata: 1\n\n\r\n");
            streaming.TrySetResult();
            return true;
        });
        await using var load = LoadRun.Start(new LoadPlan(server.Address, [new LoadClients(LoadKind.Events, "/events", 1)]), TimeProvider.System);
        await streaming.Task;

        var report = await load.StopAsync();

        report.Failures.ShouldBeEmpty();
        report.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task A_server_that_is_away_is_an_outage_until_the_end()
    {
        var server = new RawServer((_, socket) => RawServer.GoodAsync(socket));
        await using var load = LoadRun.Start(new LoadPlan(server.Address, [new LoadClients(LoadKind.Get, "/", 1)]), TimeProvider.System);
        await load.FurtherAsync(10, TestContext.Current.CancellationToken);

        await server.DisposeAsync();
        await load.FurtherAsync(10, TestContext.Current.CancellationToken);

        var report = await load.StopAsync();
        report.Failures[^1].Reason.ShouldBe(LoadFailureReason.Refused);
        report.Outage.ShouldBeGreaterThan(TimeSpan.Zero);
        report.LongestGap.ShouldBeGreaterThanOrEqualTo(report.Outage);
    }

    [Theory]
    [InlineData("93.184.215.14")]
    [InlineData("8.8.8.8")]
    [InlineData("2001:db8::1")]
    [InlineData("10.254.253.252")]
    public void No_load_is_put_on_another_machine(string address)
    {
        var plan = new LoadPlan(new IPEndPoint(IPAddress.Parse(address), 80), [new LoadClients(LoadKind.Get, "/", 1)]);

        Should.Throw<ArgumentException>(() => LoadRun.Start(plan, TimeProvider.System)).Message
            .ShouldStartWith($"{address} is not an address of this machine or its containers");
    }

    private static async Task<LoadReport> RunAsync(RawServer server, long requests, TimeSpan? timeout = null)
    {
        var plan = new LoadPlan(server.Address, [new LoadClients(LoadKind.Get, "/", 1)]) { MostRequests = requests, Timeout = timeout ?? TimeSpan.FromSeconds(30) };
        await using var load = LoadRun.Start(plan, TimeProvider.System);
        return await load.CompleteAsync();
    }
}
