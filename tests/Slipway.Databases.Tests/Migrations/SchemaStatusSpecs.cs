using System.Collections.Immutable;
using System.Diagnostics;
using Slipway.Databases.Migrations;
using Slipway.Databases.Migrations.Alembic;
using Slipway.Databases.Tests.Server;

namespace Slipway.Databases.Tests.Migrations;

public sealed class SchemaStatusSpecs(PostgresServer server)
{
    private static readonly MigrationHistory History = AlembicReader.Read(
    [
        new("1.py", "revision = 'a'\ndown_revision = None\n"),
        new("2.py", "revision = 'b'\ndown_revision = 'a'\n"),
        new("3.py", "revision = 'c'\ndown_revision = 'a'\n"),
        new("4.py", "revision = 'd'\ndown_revision = ('b', 'c')\n"),
    ]).History!;

    public static bool IsThere => PostgresServer.IsThere;

    private static CancellationToken Running => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "a b c d")]
    [InlineData("a", "b c d")]
    [InlineData("b", "c d")]
    [InlineData("b c", "d")]
    [InlineData("d", "")]
    public void What_is_pending_is_the_chain_without_what_was_applied(string applied, string pending)
    {
        var status = SchemaStatus.Compare(History, Words(applied));

        status.Pending.Select(r => r.Id).ShouldBe(Words(pending));
        status.IsAhead.ShouldBeFalse();
    }

    [Fact]
    public void A_database_at_an_unknown_revision_is_ahead_and_nothing_is_pending()
    {
        var status = SchemaStatus.Compare(History, ["newer"]);

        status.IsAhead.ShouldBeTrue();
        status.Unknown.ShouldBe(["newer"]);
        status.Pending.ShouldBeEmpty();
    }

    [Fact(Skip = PostgresServer.Condition, SkipUnless = nameof(IsThere))]
    public async Task The_revisions_are_those_of_the_version_table()
    {
        await server.ExecuteAsync(
            "CREATE SCHEMA one; CREATE TABLE one.alembic_version (version_num varchar(32)); INSERT INTO one.alembic_version VALUES ('c'), ('b')");

        var reading = await AlembicVersions.ReadAsync(server.Address, "one.alembic_version", Running);

        reading.Problem.ShouldBeNull();
        reading.Applied.ShouldBe(["b", "c"]);
    }

    [Fact(Skip = PostgresServer.Condition, SkipUnless = nameof(IsThere))]
    public async Task A_database_that_was_never_migrated_has_no_revision()
    {
        var reading = await AlembicVersions.ReadAsync(server.Address, "none.alembic_version", Running);

        reading.Problem.ShouldBeNull();
        reading.Applied.ShouldBeEmpty();
    }

    [Fact(Skip = PostgresServer.Condition, SkipUnless = nameof(IsThere))]
    public async Task A_name_is_never_taken_for_SQL()
    {
        var reading = await AlembicVersions.ReadAsync(server.Address, "x\" UNION SELECT 'y", Running);

        reading.Applied.ShouldBeEmpty();
    }

    [Fact(Skip = PostgresServer.Condition, SkipUnless = nameof(IsThere))]
    public async Task A_wrong_password_is_a_problem_that_does_not_tell_it()
    {
        var reading = await new AlembicTool().ReadAppliedAsync(server.Address with { Password = new("wr0ng") }, Running);

        reading.Problem!.Message.ShouldContain("refuses this user and password");
        reading.Problem.ToString().ShouldNotContain("wr0ng");
    }

    [Fact(Skip = PostgresServer.Condition, SkipUnless = nameof(IsThere))]
    public async Task A_database_that_is_not_there_is_a_problem()
    {
        var reading = await new AlembicTool().ReadAppliedAsync(server.Address with { Database = "nowhere" }, Running);

        reading.Problem!.Message.ShouldBe("the server has no database nowhere");
    }

    [Fact]
    public async Task A_server_that_is_down_is_a_problem_with_its_address()
    {
        var reading = await new AlembicTool().ReadAppliedAsync(
            new() { Host = "127.0.0.1", Port = 1, User = "bot", Database = "messages", Password = new("s3cret") }, Running);

        reading.Problem!.Place.ShouldBe("bot@127.0.0.1:1/messages");
        reading.Problem.Message.ShouldStartWith("the server can't be reached");
    }

    [Fact]
    public void An_address_never_shows_its_password() =>
        server.Address.ToString().ShouldNotContain("s3cret");

    [Fact(Skip = PostgresServer.Condition, SkipUnless = nameof(IsThere))]
    public async Task How_long_a_first_reading_takes_is_shown()
    {
        var start = Stopwatch.GetTimestamp();

        var reading = await AlembicVersions.ReadAsync(server.Address, "none.alembic_version", Running);

        reading.Problem.ShouldBeNull();
        TestContext.Current.SendDiagnosticMessage($"reading the schema took {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms");
    }

    private static ImmutableArray<string> Words(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
