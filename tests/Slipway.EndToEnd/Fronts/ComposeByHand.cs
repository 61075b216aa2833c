using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Fronts;

public sealed class ComposeByHand(SlipwayProgram program)
{
    private const int NoRollback = 8;

    [Fact]
    public async Task What_compose_up_by_hand_has_put_before_the_slots_serves_until_the_next_deployment_takes_it_over()
    {
        await using var site = await FrontedApplication.RunningAsync(program, "taken-over");
        await site.DeployAsync();
        site.Set("WEB_VERSION", "2");
        await site.DeployAsync();
        site.Set("WEB_VERSION", "3");

        await site.ComposeUpAsync();
        var (byHand, status, rollback) = (await site.ServesAsync(), await site.RunAsync("Status"), await site.RunAsync("Rollback"));
        var still = await site.ServesAsync();
        await site.DeployAsync();
        var deployed = await site.ServesAsync();
        site.Set("WEB_VERSION", "4");
        await site.DeployAsync();
        var next = await site.ServesAsync();
        await site.RollBackAsync();

        (byHand, still, deployed, next).ShouldBe(("web 3", "web 3", "web 3", "web 4"));
        status.ShouldHaveEndedWith(0).Output.ShouldNotMatch(@"web\s+(blue|green)\s+serves");
        rollback.ShouldHaveEndedWith(NoRollback);
        (await site.ServesAsync()).ShouldBe("web 3");
        (await site.ContainersAsync()).ShouldNotContain("web-1 running");
    }
}
