using System.Globalization;
using Slipway.EndToEnd.Applications;

namespace Slipway.EndToEnd.Locks;

public sealed class Deployers(DeployedHelloBot deployed) : IClassFixture<DeployedHelloBot>
{
    private const int Locked = 6;
    private readonly HelloBot _bot = deployed.Bot;

    [Fact]
    public async Task The_second_of_two_deployments_is_turned_away_with_the_name_of_the_first()
    {
        _bot.Set("BOOT_SECONDS", "6");
        using var ready = _bot.Journal.Expect(e => e is { Kind: "StepStarted", Phase: "AwaitReady" });
        using var first = _bot.Start("Deploy");
        await ready.SeenAsync(first);

        var second = await _bot.RunAsync("Deploy");
        var rollback = await _bot.RunAsync("Rollback");
        var status = await _bot.RunAsync("Status");

        first.Completion.IsCompleted.ShouldBeFalse("the first one has to be still at work");
        var holder = $"process {first.Id.ToString(CultureInfo.InvariantCulture)}";
        second.ShouldHaveEndedWith(Locked).Errors.ShouldContain(holder);
        rollback.ShouldHaveEndedWith(Locked).Errors.ShouldContain(holder);
        status.ShouldHaveEndedWith(0).Output.ShouldContain(holder);
        (await first.Completion).ShouldHaveEndedWith(0);
        (await _bot.VolumesAsync()).ShouldNotContain(v => v.Contains("lock", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_lock_of_a_dead_deployer_is_taken_over_at_once()
    {
        _bot.Set("BOOT_SECONDS", "3");
        await _bot.KillAtAsync("Deploy", e => e is { Kind: "StepStarted", Phase: "AwaitReady" });
        (await _bot.VolumesAsync()).ShouldContain(v => v.Contains("lock", StringComparison.Ordinal));
        (await _bot.RunAsync("Status")).Output.ShouldContain("who is gone: the next command takes the lock over");

        var result = await _bot.DeployAsync();

        result.Text.ShouldContain("taking over the lock of");
        (await _bot.VolumesAsync()).ShouldNotContain(v => v.Contains("lock", StringComparison.Ordinal));
    }
}
