using System.Text.Json;
using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Deployments;

public sealed class Rollbacks(SlipwayProgram program)
{
    private const int WouldChange = 2;
    private const int NoRollback = 8;

    [Theory]
    [InlineData("nginx")]
    [InlineData("haproxy")]
    public async Task The_warm_slot_serves_again_at_once_and_a_second_rollback_returns_to_the_newer_release(string proxy)
    {
        await using var bot = await HelloBot.DeployedAsync(program, proxy);
        bot.Set("VERSION", "2");
        await bot.DeployAsync();
        var containers = await bot.ContainerIdsAsync();
        await using var load = bot.StartLoad();

        (await bot.RunAsync("Rollback")).ShouldHaveEndedWith(0);
        var first = (await bot.ServedVersionAsync(), await bot.PollingVersionAsync());
        (await bot.RunAsync("Rollback")).ShouldHaveEndedWith(0);
        var second = (await bot.ServedVersionAsync(), await bot.PollingVersionAsync());

        first.ShouldBe(("1", "1"));
        second.ShouldBe(("2", "2"));
        await load.ShouldHaveLostNothingAsync();
        (await bot.ContainerIdsAsync()).ShouldBe(containers);
        (await bot.QueryAsync("select count(*) from poller_overlaps")).ShouldBe("0");
    }

    [Fact]
    public async Task A_kept_release_is_started_again_and_what_is_kept_no_longer_is_refused()
    {
        await using var bot = await HelloBot.DeployedAsync(program);
        foreach (var version in new[] { "2", "3" })
        {
            bot.Set("VERSION", version);
            await bot.DeployAsync("--release=v" + version);
        }

        await using var load = bot.StartLoad();
        var kept = (await bot.ReleaseImagesAsync()).Select(i => i[(i.LastIndexOf(':') + 1)..]).Distinct().ToList();
        var first = kept.Single(r => r is not ("v2" or "v3"));

        var unknown = await bot.RunAsync("Rollback", "--release=never-there");
        (await bot.RunAsync("Rollback", "--release=" + first)).ShouldHaveEndedWith(0);

        unknown.ShouldHaveEndedWith(NoRollback).Text.ShouldContain("never-there");
        kept.ShouldAllBe(r => unknown.Text.Contains(r, StringComparison.Ordinal));
        (await bot.ServedVersionAsync()).ShouldBe("1");
        (await bot.PollingVersionAsync()).ShouldBe("1");
        await load.ShouldHaveLostNothingAsync();
    }

    [Fact]
    public async Task A_dry_run_shows_the_plan_of_the_rollback_that_is_then_done_and_recorded_with_the_release_that_it_returned_to()
    {
        await using var bot = await HelloBot.DeployedAsync(program);
        bot.Set("VERSION", "2");
        await bot.DeployAsync("--release=v2");
        var containers = await bot.ContainerIdsAsync();

        var plan = await bot.RunAsync("Rollback", "--dryrun");
        var served = await bot.ServedVersionAsync();
        var cold = await bot.RunAsync("Rollback", "--release=v2", "--dryrun");
        (await bot.RunAsync("Rollback")).ShouldHaveEndedWith(0);

        plan.ShouldHaveEndedWith(WouldChange).Output.ShouldContain($"docker stop {bot.Name}-poller-green-1");
        plan.Output.ShouldContain("Critical path (*): Lock > AwaitReady > Switch > Retire > Rollback");
        served.ShouldBe("2");
        cold.ShouldHaveEndedWith(0).Output.ShouldContain("Nothing would change");
        (await bot.ContainerIdsAsync()).ShouldBe(containers);
        using var record = JsonDocument.Parse((await File.ReadAllLinesAsync(Path.Combine(bot.Folder, ".slipway", "history.jsonl"), TestContext.Current.CancellationToken))[^1]);
        record.RootElement.GetProperty("action").GetString().ShouldBe("Rollback");
        record.RootElement.GetProperty("release").GetString().ShouldNotBe("v2");
        (await bot.RunAsync("Status")).Output.ShouldMatch($@"bot\s+blue\s+serves\s+{record.RootElement.GetProperty("release").GetString()}\s");
    }

    [Fact]
    public async Task There_is_no_rollback_from_a_first_deployment()
    {
        await using var bot = await HelloBot.DeployedAsync(program);
        var containers = await bot.ContainerIdsAsync();

        var result = await bot.RunAsync("Rollback");

        result.ShouldHaveEndedWith(NoRollback).Text.ShouldContain("has no release before this one");
        (await bot.ContainerIdsAsync()).ShouldBe(containers);
    }
}
