using System.Diagnostics;
using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Interruptions;

public sealed class Interrupts(SlipwayProgram program)
{
    [Fact]
    public async Task Ctrl_C_while_the_new_release_boots_removes_it_and_releases_the_lock()
    {
        await using var bot = await HelloBot.DeployedAsync(program);
        var containers = await bot.ContainerIdsAsync();
        bot.Set("BOOT_SECONDS", "30");
        await using var load = bot.StartLoad();
        using var booting = bot.Journal.Expect(e => e is { Kind: "StepStarted", Phase: "AwaitReady" });
        using var deployment = bot.Start("Deploy");
        await booting.SeenAsync(deployment);

        var interrupted = Stopwatch.GetTimestamp();
        await deployment.InterruptAsync();

        // Nobody waits for what has never served, whatever time to stop it has.
        (await deployment.Completion).ShouldHaveEndedWith(130).Text.ShouldContain("the old release still serves");
        Stopwatch.GetElapsedTime(interrupted).ShouldBeLessThan(TimeSpan.FromSeconds(20));
        await load.ShouldHaveLostNothingAsync();
        (await bot.ContainerIdsAsync()).ShouldBe(containers);
        (await bot.VolumesAsync()).ShouldNotContain(v => v.Contains("lock", StringComparison.Ordinal));
        (await bot.ServedVersionAsync()).ShouldBe("1");
    }
}
