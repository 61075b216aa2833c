using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Migrations;

public sealed class StoppedDatabases(SlipwayProgram program)
{
    private const int Refused = 5;
    private const int NoRollback = 8;

    [Theory]
    [InlineData("stop")]
    [InlineData("pause")]
    public async Task A_migration_that_takes_away_is_refused_although_the_database_had_to_be_started_first(string action)
    {
        await using var bot = await HelloBot.CreateAsync(program);
        bot.ForgetMigrationsAfter("0003");
        await bot.DeployAsync();
        bot.Remember("0004");
        await Docker.RunAsync(action, $"{bot.Name}-db-1");

        var result = await bot.RunAsync("Deploy");

        result.ShouldHaveEndedWith(Refused).Text.ShouldContain("--allow-contracting");
        (await bot.QueryAsync("select version_num from alembic_version")).ShouldBe("0003");
        (await bot.ServedVersionAsync()).ShouldBe("1");
        (await bot.VolumesAsync()).ShouldNotContain(v => v.Contains("lock", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_migration_that_only_adds_is_applied_after_a_dump_of_the_database_that_was_started()
    {
        await using var bot = await HelloBot.CreateAsync(program);
        bot.ForgetMigrationsAfter("0004");
        await bot.DeployAsync();
        bot.Remember("0005");
        await Docker.RunAsync("stop", $"{bot.Name}-db-1");

        var result = await bot.DeployAsync();

        (await bot.QueryAsync("select version_num from alembic_version")).ShouldBe("0005");
        result.Output.ShouldContain("0005 pending");
        result.Output.ShouldContain("SHA-256");
    }

    [Fact]
    public async Task A_database_that_runs_and_does_not_let_in_is_a_refusal_before_any_change()
    {
        await using var bot = await HelloBot.CreateAsync(program);
        bot.ForgetMigrationsAfter("0004");
        await bot.DeployAsync();
        bot.Remember("0005");
        var containers = await bot.ContainerIdsAsync();
        await bot.QueryAsync("alter role hello password 'another'");

        var plan = await bot.RunAsync("Plan");
        var deployment = await bot.RunAsync("Deploy");

        plan.ShouldHaveEndedWith(Refused).Text.ShouldContain("which migrations are pending can't be known");
        deployment.ShouldHaveEndedWith(Refused).Text.ShouldContain("refuses this user and password");
        (await bot.ContainerIdsAsync()).ShouldBe(containers);
    }

    [Fact]
    public async Task A_rollback_is_refused_while_nobody_can_tell_the_schema()
    {
        await using var bot = await HelloBot.CreateAsync(program);
        bot.ForgetMigrationsAfter("0004");
        await bot.DeployAsync();
        bot.Remember("0005");
        bot.Set("VERSION", "2");
        await bot.DeployAsync();
        await Docker.RunAsync("stop", $"{bot.Name}-db-1");

        var result = await bot.RunAsync("Rollback");

        result.ShouldHaveEndedWith(NoRollback).Text.ShouldContain($"{bot.Name}-db-1 is exited");
        (await bot.ContainersAsync()).ShouldContain("bot-green-1 running");
    }
}
