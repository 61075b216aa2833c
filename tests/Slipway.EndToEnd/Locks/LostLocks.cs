using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Locks;

public sealed class LostLocks(SlipwayProgram program)
{
    private const int Locked = 6;

    [Fact]
    public async Task A_deployer_that_lost_its_lock_changes_nothing_more_and_takes_nothing_back()
    {
        await using var bot = await HelloBot.DeployedAsync(program);
        bot.Set("VERSION", "2");
        bot.Set("BOOT_SECONDS", "6");
        using var booting = bot.Journal.Expect(e => e is { Kind: "StepStarted", Phase: "AwaitReady" });
        using var deployment = bot.Start("Deploy");
        await booting.SeenAsync(deployment);

        // That is what whoever takes over the lock of a deployer without a sign of life does first.
        await Docker.RunAsync(["volume", "rm", .. (await bot.VolumesAsync()).Where(v => v.Contains("lock", StringComparison.Ordinal))]);

        (await deployment.Completion).ShouldHaveEndedWith(Locked).Errors.ShouldContain($"the lock of {bot.Name} was lost");
        (await bot.ServedVersionAsync()).ShouldBe("1");
        (await bot.ContainersAsync()).ShouldContain("bot-green-1 running");
        (await bot.RunAsync("Rollback")).ShouldHaveEndedWith(8).Errors.ShouldContain("never served");
        await bot.DeployAsync();
        (await bot.ServedVersionAsync()).ShouldBe("2");
    }
}
