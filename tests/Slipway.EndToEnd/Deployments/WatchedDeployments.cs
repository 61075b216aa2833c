using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;
using Slipway.Load;

namespace Slipway.EndToEnd.Deployments;

public sealed class WatchedDeployments(SlipwayProgram program)
{
    private const int NotReady = 7;

    [Theory]
    [InlineData("nginx")]
    [InlineData("haproxy")]
    public async Task A_release_that_fails_its_users_gives_way_to_the_old_one(string proxy)
    {
        await using var bot = await HelloBot.DeployedAsync(program, proxy);
        bot.Edit("slipway.yaml", "application:", "watch: 60s\nwatch-failures: 2\napplication:");
        bot.Edit("app/messages.py", "async def list_messages(request: web.Request) -> web.Response:\n", "async def list_messages(request: web.Request) -> web.Response:\n    raise web.HTTPInternalServerError()\n");
        bot.Set("VERSION", "2");
        await using var load = bot.StartLoad();

        var result = await bot.RunAsync("Deploy");
        var atTheEnd = await load.StopAsync();

        result.ShouldHaveEndedWith(NotReady).Text.ShouldContain("slipway.yaml puts up with 2: GET /messages 500");
        result.Text.ShouldContain("the old release still serves");
        atTheEnd.Failures.ShouldAllBe(f => f.Kind == LoadKind.Get);
        (await bot.ServedVersionAsync()).ShouldBe("1");
        (await bot.PollingVersionAsync()).ShouldBe("1");
        (await bot.ContainersAsync()).ShouldContain("bot-blue-1 running");
        (await bot.ContainersAsync()).ShouldNotContain(c => c.StartsWith("bot-green", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_release_that_does_well_stays_when_the_watch_is_over()
    {
        await using var bot = await HelloBot.DeployedAsync(program);
        bot.Edit("slipway.yaml", "application:", "watch: 2s\napplication:");
        bot.Set("VERSION", "2");
        await using var load = bot.StartLoad();

        var result = await bot.DeployAsync();

        result.Text.ShouldContain("0 requests failed in 2.");
        await load.ShouldHaveLostNothingAsync();
        (await bot.ServedVersionAsync()).ShouldBe("2");
    }
}
