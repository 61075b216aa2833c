using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Interruptions;

public sealed class Kills(SlipwayProgram program)
{
    [Theory]
    [InlineData("nginx", "StartSlot", " up --no-start ")]
    [InlineData("nginx", "StartSlot", "docker start ")]
    [InlineData("nginx", "Switch", "docker stop ")]
    [InlineData("nginx", "Switch", "docker start ")]
    [InlineData("nginx", "Switch", "docker exec ")]
    [InlineData("haproxy", "Switch", "docker exec ")]
    public async Task A_deployment_killed_at_any_step_harms_no_request_and_is_finished_by_the_next(string proxy, string phase, string command)
    {
        await using var bot = await HelloBot.DeployedAsync(program, proxy);
        bot.Set("VERSION", "2");
        await using var load = bot.StartLoad();

        await bot.KillAtAsync("Deploy", e => e.Kind == "StepStarted" && e.Phase == phase && e.Text.Contains(command, StringComparison.Ordinal));
        await load.FurtherAsync(500, TestContext.Current.CancellationToken);
        await bot.DeployAsync();

        await load.ShouldHaveLostNothingAsync();
        (await bot.ServedVersionAsync()).ShouldBe("2");
        await ShouldBeCompleteAsync(bot, "bot-blue-1 running", "bot-green-1 running");
        (await bot.ContainersAsync()).Where(c => c.StartsWith("poller", StringComparison.Ordinal)).ShouldBe(["poller-blue-1 exited", "poller-green-1 running"]);
        (await bot.RunAsync("Plan")).ShouldHaveEndedWith(0);
    }

    [Theory]
    [InlineData("drain ")]
    [InlineData(" rm --stop ")]
    public async Task A_deployment_killed_while_it_retires_the_old_slot_leaves_none_over_after_the_next(string command)
    {
        await using var bot = await HelloBot.CreateAsync(program);
        bot.Edit("slipway.yaml", "application:", "keep-warm: false\napplication:");
        await bot.DeployAsync();
        bot.Set("VERSION", "2");
        await using var load = bot.StartLoad();

        await bot.KillAtAsync("Deploy", e => e is { Kind: "StepStarted", Phase: "Retire" } && e.Text.Contains(command, StringComparison.Ordinal));
        await load.FurtherAsync(500, TestContext.Current.CancellationToken);
        await bot.DeployAsync();

        await load.ShouldHaveLostNothingAsync();
        (await bot.ServedVersionAsync()).ShouldBe("2");
        await ShouldBeCompleteAsync(bot, "bot-green-1 running");
        (await bot.RunAsync("Plan")).ShouldHaveEndedWith(0);
    }

    private static async Task ShouldBeCompleteAsync(HelloBot bot, params IEnumerable<string> slots)
    {
        (await bot.ContainersAsync()).Where(c => !c.StartsWith("poller", StringComparison.Ordinal)).ShouldBe([.. slots, "db-1 running", "proxy-1 running"]);
        (await bot.NetworksAsync()).ShouldBe([$"{bot.Name}_default", $"{bot.Name}_slots"]);
        (await bot.VolumesAsync()).ShouldBe([$"{bot.Name}_data", $"{bot.Name}_slots"]);
        (await bot.QueryAsync("select count(*) from poller_overlaps")).ShouldBe("0");
        (await bot.PollingVersionAsync()).ShouldBe("2");
    }
}
