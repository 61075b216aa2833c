using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Interruptions;

public sealed class MigrationJobs(SlipwayProgram program)
{
    private const string Waiting = "select count(*) from pg_stat_activity where query like '%pg_sleep%' and pid <> pg_backend_pid()";

    [Fact]
    public async Task Ctrl_C_ends_the_migration_job_and_the_database_forgets_what_it_had_begun()
    {
        await using var bot = await MigratingAsync("60");
        var containers = await bot.ContainerIdsAsync();
        using var migrating = bot.Journal.Expect(e => e is { Kind: "StepStarted", Phase: "Migrate" });
        using var deployment = bot.Start("Deploy");
        await migrating.SeenAsync(deployment);
        await UntilAsync(bot, "1");

        await deployment.InterruptAsync();

        (await deployment.Completion).ShouldHaveEndedWith(130).Text.ShouldContain("the migration job has ended, and the database has rolled back");
        (await JobsAsync(bot)).ShouldBeEmpty();
        (await bot.QueryAsync(Waiting)).ShouldBe("0");
        (await bot.QueryAsync("select version_num from alembic_version")).ShouldBe("0005");
        (await bot.ContainerIdsAsync()).ShouldBe(containers);
        (await bot.VolumesAsync()).ShouldNotContain(v => v.Contains("lock", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_migration_that_takes_too_long_is_ended()
    {
        await using var bot = await MigratingAsync("60");
        bot.Edit("slipway.yaml", "  tool: alembic", "  tool: alembic\n  timeout: 3s");

        var result = await bot.RunAsync("Deploy");

        result.ShouldHaveEndedWith(1).Text.ShouldContain("not done after 3 s");
        (await JobsAsync(bot)).ShouldBeEmpty();
        (await bot.QueryAsync(Waiting)).ShouldBe("0");
        (await bot.QueryAsync("select version_num from alembic_version")).ShouldBe("0005");
    }

    [Fact]
    public async Task The_job_of_a_deployer_that_was_killed_is_waited_for_before_the_next_one_starts()
    {
        await using var bot = await MigratingAsync("8");
        using (var migrating = bot.Journal.Expect(e => e is { Kind: "StepStarted", Phase: "Migrate" }))
        {
            using var killed = bot.Start("Deploy");
            await migrating.SeenAsync(killed);
            await UntilAsync(bot, "1");
            killed.Kill();
            await killed.Completion;
        }

        (await JobsAsync(bot)).Count.ShouldBe(1);

        var result = await bot.DeployAsync();

        result.Text.ShouldContain("the migration of a deployment that did not end");
        (await bot.QueryAsync("select version_num from alembic_version")).ShouldBe("0006");
        (await bot.QueryAsync("select count(*) from migrated")).ShouldBe("1");
        (await JobsAsync(bot)).ShouldBeEmpty();
        (await bot.ServedVersionAsync()).ShouldBe("2");
    }

    // Ready to migrate for a while, with a trace of each migration that got to its end.
    private async Task<HelloBot> MigratingAsync(string seconds)
    {
        var bot = await HelloBot.DeployedAsync(program);
        bot.Write("migrations/versions/0006_slow.py", $"""
            "Takes its time."
            from alembic import op

            revision = "0006"
            down_revision = "0005"
            branch_labels = None
            depends_on = None


            def upgrade() -> None:
                op.execute("create table if not exists migrated (at timestamptz)")
                op.execute("select pg_sleep({seconds})")
                op.execute("insert into migrated values (now())")
            """);
        bot.Set("VERSION", "2");
        return bot;
    }

    // Asked again and again: a database tells nobody what its sessions do.
    private static async Task UntilAsync(HelloBot bot, string count)
    {
        while (await bot.QueryAsync(Waiting) != count)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static Task<IReadOnlyList<string>> JobsAsync(HelloBot bot) => Docker.LinesAsync(
        "ps", "-a", "--filter", $"label=com.docker.compose.project={bot.Name}", "--filter", "label=com.docker.compose.oneoff=True", "--format", "{{.Names}}");
}
