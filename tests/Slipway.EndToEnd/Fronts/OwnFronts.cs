using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Fronts;

/// <summary>Applications that run under plain compose behind an nginx of their own, taken over with what Init wrote unedited.</summary>
public sealed class OwnFronts(SlipwayProgram program)
{
    [Fact]
    public async Task One_service_is_taken_over_at_once_switched_without_a_lost_request_and_found_again_when_nginx_is_restarted()
    {
        await using var site = await FrontedApplication.RunningAsync(program, "site");
        await using var before = site.StartLoad();

        await site.DeployAsync();
        await before.FurtherAsync(200, TestContext.Current.CancellationToken);
        var (takeOver, takenOver) = (await before.StopAsync(), await site.ServesAsync());
        await using var load = site.StartLoad();
        site.Set("WEB_VERSION", "2");
        await site.DeployAsync();
        var switched = await site.ServesAsync();

        (takenOver, switched).ShouldBe(("web 1", "web 2"));
        // nginx closes the connections that rest when it looks up names again, this once.
        takeOver.LongestGap.ShouldBeLessThan(TimeSpan.FromSeconds(2));
        takeOver.Failed.ShouldBeLessThan(100);
        await load.ShouldHaveLostNothingAsync();
        await RestartNginxAsync(site, "http://127.0.0.1/");
        (await site.ServesAsync()).ShouldBe("web 2");
    }

    [Fact]
    public async Task Two_services_on_one_port_keep_their_paths_and_the_name_that_users_come_by()
    {
        await using var site = await FrontedApplication.RunningAsync(program, "two-services");
        var before = (await site.AskAsync(), await site.AskAsync("/admin/"));

        await site.DeployAsync();
        var after = (await site.AskAsync(), await site.AskAsync("/admin/"));
        site.Set("ADMIN_VERSION", "2");
        await site.DeployAsync();
        var switched = (await site.AskAsync(), await site.AskAsync("/admin/"));

        (before.Item1.Release, before.Item2.Release).ShouldBe(("web 1", "admin 1"));
        (after.Item1.Release, after.Item2.Release).ShouldBe(("web 1", "admin 1"));
        (switched.Item1.Release, switched.Item2.Release).ShouldBe(("web 1", "admin 2"));
        (after.Item1.Host, after.Item2.Host).ShouldBe((before.Item1.Host, before.Item2.Host));
        await RestartNginxAsync(site, "http://127.0.0.1/admin/");
        (await site.ServesAsync(), await site.ServesAsync("/admin/")).ShouldBe(("web 1", "admin 2"));
    }

    private static async Task RestartNginxAsync(FrontedApplication site, string page)
    {
        await Docker.RunAsync("restart", $"{site.Name}-nginx-1");
        await site.UntilAnswersAsync($"{site.Name}-nginx-1", page);
    }
}
