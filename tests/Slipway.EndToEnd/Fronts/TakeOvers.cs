using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Fronts;

/// <summary>Take-overs that come to nothing: plain compose goes on serving.</summary>
public sealed class TakeOvers(SlipwayProgram program)
{
    private const int Refused = 5;

    [Fact]
    public async Task A_container_of_somebody_else_with_a_slot_s_name_is_told_before_anything_is_changed()
    {
        await using var site = await FrontedApplication.RunningAsync(program, "site");
        var name = $"{site.Name}-web-blue-1";
        await Docker.RunAsync("create", "--name", name, $"{program.Images}/busybox:stable");
        try
        {
            var (containers, networks) = (await site.ContainerIdsAsync(), await site.NetworksAsync());

            var plan = await site.RunAsync("Plan");
            var deployment = await site.RunAsync("Deploy");

            plan.ShouldHaveEndedWith(Refused).Text.ShouldContain(name);
            deployment.ShouldHaveEndedWith(Refused).Text.ShouldContain(name);
            (await site.ServesAsync()).ShouldBe("web 1");
            (await site.ContainerIdsAsync()).ShouldBe(containers);
            (await site.NetworksAsync()).ShouldBe(networks);
        }
        finally
        {
            await Docker.TryAsync("rm", "-f", name);
        }
    }

    [Fact]
    public async Task Ctrl_C_while_plain_compose_s_container_is_stopped_lets_it_serve_again()
    {
        await using var site = await FrontedApplication.CreateAsync(program, "site");
        site.Set("WEB_LINGER", "3");
        await site.ComposeUpAsync();
        await site.InitAsync();
        using var stopping = site.Journal.Expect(e => e is { Kind: "StepStarted", Phase: "Switch" } && e.Text.Contains($"docker stop {site.Name}-web-1", StringComparison.Ordinal));
        await using var load = site.StartLoad();
        using var deployment = site.Start("Deploy");
        await stopping.SeenAsync(deployment);
        var dead = Docker.FollowAsync(
            ["events", "--since", "1s", "--filter", $"container={site.Name}-web-1", "--format", "{{.Action}}"], e => e == "die");

        await deployment.InterruptAsync();
        (await deployment.Completion).ShouldHaveEndedWith(130);

        (await site.ServesAsync()).ShouldBe("web 1");
        await dead;
        (await site.ServesAsync()).ShouldBe("web 1");
        (await load.StopAsync()).LongestGap.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        (await site.ContainersAsync()).ShouldBe(["nginx-1 running", "web-1 running"]);
        (await site.VolumesAsync()).ShouldNotContain(v => v.Contains("lock", StringComparison.Ordinal));
    }
}
