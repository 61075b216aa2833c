using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;

namespace Slipway.Samples.Tests;

public sealed class HelloBotTests(HelloBot bot) : IClassFixture<HelloBot>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_ready_at_the_newest_revision_and_knows_its_version()
    {
        var health = await bot.GetAsync("/healthz");
        var version = await bot.GetAsync("/version");

        ((string?)health["revision"]).ShouldBe("0005");
        ((string?)version["version"]).ShouldBe("1.2.3");
        ((string?)version["expected_revision"]).ShouldBe("0005");
    }

    [Fact]
    public async Task Keeps_messages_and_refuses_what_is_none()
    {
        using var posted = await bot.Http.PostAsJsonAsync(new Uri("/messages", UriKind.Relative), new { sender = "ann", body = "it's kept; truly" }, Token);
        using var refused = await bot.Http.PostAsJsonAsync(new Uri("/messages", UriKind.Relative), new { body = "no sender" }, Token);

        posted.StatusCode.ShouldBe(HttpStatusCode.Created);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await bot.GetAsync("/messages?limit=100")).AsArray().Select(message => (string?)message!["body"]).ShouldContain("it's kept; truly");
    }

    [Fact]
    public async Task Is_not_ready_while_the_schema_is_behind_the_code()
    {
        await using var early = await bot.StartExtraAsync("bot", "EXPECTED_REVISION=9999");
        using var http = await early.ListenAsync();

        using var answer = await http.GetAsync(new Uri("/healthz", UriKind.Relative), Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync(Token)).ShouldContain("the schema is behind the code");
    }

    [Fact]
    public async Task Code_from_before_the_contraction_is_ready_but_fails_which_is_why_a_rollback_to_it_is_refused()
    {
        await using var old = await bot.StartExtraAsync("bot", "EXPECTED_REVISION=0003");
        using var http = await old.ListenAsync();

        using var health = await http.GetAsync(new Uri("/healthz", UriKind.Relative), Token);
        using var messages = await http.GetAsync(new Uri("/messages", UriKind.Relative), Token);

        health.StatusCode.ShouldBe(HttpStatusCode.OK);
        messages.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task Is_not_ready_without_its_database()
    {
        await using var lonely = await bot.StartExtraAsync("bot", "POSTGRES_PORT=1");
        using var http = await lonely.ListenAsync();

        using var answer = await http.GetAsync(new Uri("/healthz", UriKind.Relative), Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync(Token)).ShouldContain("the database does not answer");
    }

    [Fact]
    public async Task Finishes_requests_and_streams_before_it_stops()
    {
        await using var leaving = await bot.StartExtraAsync("bot");
        using var http = await leaving.ListenAsync();
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{http.BaseAddress!.Authority}/ws"), Token);
        await ReceiveAsync(socket);
        await using var events = await http.GetStreamAsync(new Uri("/events", UriKind.Relative), Token);
        using var lines = new StreamReader(events);
        await lines.ReadLineAsync(Token);

        // The same connection to the engine answers the slow request only after the bot was asked to stop.
        var slow = http.GetAsync(new Uri("/slow?ms=1500", UriKind.Relative), Token);
        using (await bot.Http.PostAsJsonAsync(new Uri("/messages", UriKind.Relative), new { sender = "bob", body = "bye" }, Token))
        {
        }

        (await ReceiveAsync(socket)).ShouldContain("bye");
        await leaving.StopAsync();

        (await slow).StatusCode.ShouldBe(HttpStatusCode.OK);
        var rest = await lines.ReadToEndAsync(Token);
        rest.ShouldContain("bye");
        rest.ShouldEndWith("event: goodbye\nretry: 100\ndata: reconnect\n\n");
        await ReceiveAsync(socket);
        socket.CloseStatus.ShouldBe(WebSocketCloseStatus.EndpointUnavailable);
    }

    [Fact]
    public async Task A_second_poller_is_recorded_and_takes_over_when_the_first_has_gone()
    {
        await using var second = await bot.StartExtraAsync("poller", "VERSION=second");

        await second.SaysAsync("another poller is at work");
        await bot.ComposeAsync("stop", "poller");

        await second.SaysAsync("version second polls");
        (await bot.QueryAsync("select count(*) from poller_overlaps where version = 'second'")).ShouldBe("1");
        await second.StopAsync();
        (await bot.QueryAsync("select count(*) from poller_heartbeats where stopped_at is null")).ShouldBe("0");
        await bot.ComposeAsync("up", "--detach", "--no-deps", "--wait", "poller");
    }

    [Fact]
    public async Task Every_migration_goes_down_and_up_again()
    {
        await bot.QueryAsync("create database elsewhere");
        Task<string> Alembic(params string[] command) =>
            bot.ComposeAsync(["run", "--rm", "--no-deps", "--no-TTY", "--env", "POSTGRES_DB=elsewhere", "migrate", "alembic", .. command]);

        await Alembic("upgrade", "head");
        await Alembic("downgrade", "base");
        await Alembic("upgrade", "head");

        (await Alembic("current")).ShouldContain("0005 (head)");
    }

    private static async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[4096];
        var received = await socket.ReceiveAsync(buffer.AsMemory(), Token);
        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }
}
