using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Foreign;

public sealed class ShopDeployments(SlipwayProgram program)
{
    private static readonly string[] Complete =
        ["api-blue-1", "api-green-1", "slipway-proxy-1", "web-blue-1", "web-green-1"];

    [Fact]
    public async Task An_application_without_a_proxy_is_taken_over_from_plain_compose_and_then_deployed_without_losing_a_request()
    {
        await using var shop = await Shop.CreateAsync(program);
        (await shop.ComposeAsync("up", "-d", "--wait")).ShouldHaveEndedWith(0);
        (await shop.AnswersAsync()).ShouldBe(("web 1", "api 1"));

        var takeOver = await shop.DeployAsync();

        takeOver.Output.ShouldContain("serves after");
        (await shop.AnswersAsync()).ShouldBe(("web 1", "api 1"));
        (await SlotsAsync(shop)).ShouldBe(["api-blue-1", "slipway-proxy-1", "web-blue-1"]);
        (await shop.RunAsync("Plan")).ShouldHaveEndedWith(0);

        await using var web = shop.StartLoad(shop.WebPort);
        await using var api = shop.StartLoad(shop.ApiPort);
        shop.Set("WEB_VERSION", "2");
        await shop.DeployAsync();
        (await shop.AnswersAsync()).ShouldBe(("web 2", "api 1"));
        shop.Set("API_VERSION", "2");
        shop.Set("WORKER_VERSION", "2");
        await shop.DeployAsync();
        (await shop.AnswersAsync()).ShouldBe(("web 2", "api 2"));
        (await shop.WorkersAsync()).ShouldBe(["2", "2"]);
        (await SlotsAsync(shop)).ShouldBe(Complete);

        (await shop.RunAsync("Rollback")).ShouldHaveEndedWith(0);
        (await shop.AnswersAsync()).ShouldBe(("web 2", "api 1"));

        await web.ShouldHaveLostNothingAsync();
        await api.ShouldHaveLostNothingAsync();
        (await shop.VolumesAsync()).ShouldBe([$"{shop.Name}_slots"]);
    }

    [Fact]
    public async Task An_application_that_runs_nowhere_yet_is_deployed_by_one_command()
    {
        await using var shop = await Shop.CreateAsync(program);

        var deployment = await shop.DeployAsync("--timings");

        (await shop.AnswersAsync()).ShouldBe(("web 1", "api 1"));
        (await shop.WorkersAsync()).ShouldBe(["1", "1"]);
        deployment.Errors.ShouldContain("phase: StartSlot");
        shop.Journal.Newest().ShouldContain(e => e.Kind == "Output" && e.Text.Contains("command: docker compose", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_will_not_end_keeps_nobody_waiting_and_is_ended_and_removed_by_whoever_comes_next()
    {
        await using var shop = await Shop.CreateAsync(program);
        shop.Edit("compose.yaml", "  web:\n    <<: *server\n", "  web:\n    <<: *server\n    entrypoint: [\"sh\", \"-c\", \"trap '' TERM; \\\"$$@\\\"; :\", \"-\"]\n    stop_grace_period: 5m\n");
        await shop.DeployAsync();
        shop.Set("WEB_VERSION", "2");
        await shop.DeployAsync();
        await using var load = shop.StartLoad(shop.WebPort);

        shop.Set("WEB_VERSION", "3");
        await shop.KillAtAsync("Deploy", e => e is { Kind: "StepStarted", Phase: "StartSlot" } && e.Text.Contains("docker network disconnect", StringComparison.Ordinal));
        (await shop.DeployAsync()).Output.ShouldContain(" still ends; the engine sees to it");

        (await shop.AnswersAsync()).Web.ShouldBe("web 3");
        var ending = (await shop.ContainersAsync()).Single(c => c.Contains("-ends-", StringComparison.Ordinal));
        ending.ShouldEndWith(" running");
        (await shop.RunAsync("Status")).Output.ShouldContain("ends");
        (await shop.RunAsync("Rollback")).ShouldHaveEndedWith(0);
        (await shop.AnswersAsync()).Web.ShouldBe("web 2");

        await Docker.RunAsync("kill", $"{shop.Name}-{ending.Split(' ')[0]}");
        shop.Set("WEB_VERSION", "4");
        await shop.DeployAsync();
        (await shop.AnswersAsync()).Web.ShouldBe("web 4");
        (await shop.ContainersAsync()).ShouldNotContain(c => c.StartsWith(ending.Split(' ')[0], StringComparison.Ordinal));
        await load.ShouldHaveLostNothingAsync();
    }

    private static async Task<IReadOnlyList<string>> SlotsAsync(Shop shop) =>
        [.. (await shop.ContainersAsync()).Select(c => c.Split(' ')[0]).Where(c => !c.StartsWith("worker-", StringComparison.Ordinal))];
}
