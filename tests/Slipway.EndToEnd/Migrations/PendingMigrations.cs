using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Migrations;

public sealed class PendingMigrations(SlipwayProgram program)
{
    private const int Refused = 5;
    private const int NoRollback = 8;

    [Fact]
    public async Task The_database_is_dumped_and_migrated_before_the_new_slot_starts_and_nobody_notices()
    {
        await using var bot = await HelloBot.CreateAsync(program);
        bot.ForgetMigrationsAfter("0004");
        await bot.DeployAsync();
        bot.Remember("0005");
        await using var load = bot.StartLoad();

        var result = await bot.DeployAsync();

        await load.ShouldHaveLostNothingAsync();
        (await bot.QueryAsync("select version_num from alembic_version")).ShouldBe("0005");
        result.Output.ShouldContain("SHA-256");
        var phases = bot.Journal.Newest().Where(e => e.Kind is "PhaseStarted" or "PhaseFinished").Select(e => $"{e.Kind} {e.Phase}").ToList();
        phases.IndexOf("PhaseFinished Backup").ShouldBeInRange(0, phases.IndexOf("PhaseStarted Migrate"));
        phases.IndexOf("PhaseFinished Migrate").ShouldBeInRange(0, phases.IndexOf("PhaseStarted StartSlot"));
        (await BackupTextAsync(bot)).ShouldContain("CREATE TABLE public.messages");
        (await bot.RunAsync("Rollback")).ShouldHaveEndedWith(0);
    }

    [Fact]
    public async Task A_migration_that_takes_away_what_the_running_release_uses_is_refused_until_allowed_and_then_bars_the_way_back()
    {
        await using var bot = await HelloBot.CreateAsync(program);
        bot.ForgetMigrationsAfter("0003");
        await bot.DeployAsync();
        var containers = await bot.ContainerIdsAsync();
        bot.Remember("0004");

        var plan = await bot.RunAsync("Plan");
        var refused = await bot.RunAsync("Deploy");

        plan.ShouldHaveEndedWith(Refused).Text.ShouldContain("0004");
        refused.ShouldHaveEndedWith(Refused).Text.ShouldContain("--allow-contracting");
        (await bot.ContainerIdsAsync()).ShouldBe(containers);
        (await bot.QueryAsync("select version_num from alembic_version")).ShouldBe("0003");

        await bot.DeployAsync("--allow-contracting");

        (await bot.QueryAsync("select version_num from alembic_version")).ShouldBe("0004");
        var back = await bot.RunAsync("Rollback");
        back.ShouldHaveEndedWith(NoRollback).Text.ShouldContain("0004");
        (await bot.PollingVersionAsync()).ShouldBe("1");
    }

    [Fact]
    public async Task A_migration_that_fails_stops_the_deployment_before_anything_was_replaced()
    {
        await using var bot = await HelloBot.DeployedAsync(program);
        var containers = await bot.ContainerIdsAsync();
        bot.Write("migrations/versions/0006_break.py", """
            "Divide by zero."
            from alembic import op

            revision = "0006"
            down_revision = "0005"
            branch_labels = None
            depends_on = None


            def upgrade() -> None:
                op.execute("select 1 / 0")
            """);

        var result = await bot.RunAsync("Deploy");

        result.ShouldHaveEndedWith(1).Text.ShouldContain("division by zero");
        (await bot.ContainerIdsAsync()).ShouldBe(containers);
        (await bot.QueryAsync("select version_num from alembic_version")).ShouldBe("0005");
        (await bot.VolumesAsync()).ShouldNotContain(v => v.Contains("lock", StringComparison.Ordinal));
    }

    // What the dump would restore, in the words of the database's own pg_restore.
    private static async Task<string> BackupTextAsync(HelloBot bot)
    {
        var dump = Directory.EnumerateFiles(Path.Combine(bot.Folder, ".slipway", "backups"), "*.dump").ShouldHaveSingleItem();
        await Docker.RunAsync("cp", dump, $"{bot.Name}-db-1:/tmp/backup");
        return await Docker.RunAsync("exec", $"{bot.Name}-db-1", "pg_restore", "--file=-", "/tmp/backup");
    }
}
