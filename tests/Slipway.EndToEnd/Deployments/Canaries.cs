using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;
using Slipway.EndToEnd.Load;
using Slipway.Load;

namespace Slipway.EndToEnd.Deployments;

/// <summary>A release that gets a part of the requests first.</summary>
public sealed class Canaries(SlipwayProgram program)
{
    private const int NotReady = 7;
    private const string Stages = "canary: [{share: 20%, for: 2s}, {share: 60%, header: \"X-Canary: yes\", for: 3s}]";

    [Theory]
    [InlineData("nginx")]
    [InlineData("haproxy", Skip = Scale.Long, SkipUnless = nameof(Scale.IsFull), SkipType = typeof(Scale))]
    [InlineData("caddy", Skip = Scale.Long, SkipUnless = nameof(Scale.IsFull), SkipType = typeof(Scale))]
    public async Task It_gets_all_when_its_stages_are_over_and_no_request_is_lost(string proxy)
    {
        await using var bot = await DeployedAsync(proxy, Stages);
        bot.Set("VERSION", "2");
        var plan = (await bot.RunAsync("Plan")).ShouldHaveEndedWith(2).Text;
        await using var load = bot.StartLoad();

        var result = await bot.DeployAsync();

        await load.ShouldHaveLostNothingAsync();
        plan.ShouldContain("send 20% of bot to green");
        plan.ShouldContain("send 60% and header X-Canary: yes of bot to green");
        result.Text.ShouldContain("0 requests failed in 2.");
        result.Text.ShouldContain("0 requests failed in 3.");
        (await bot.ServedVersionAsync()).ShouldBe("2");
        (await bot.RunAsync("Plan")).ShouldHaveEndedWith(0);
        (await bot.RunAsync("Rollback")).ShouldHaveEndedWith(0).Text.ShouldNotContain("send ");
        (await bot.ServedVersionAsync()).ShouldBe("1");
    }

    [Fact]
    public async Task One_that_fails_its_requests_gets_none_any_more()
    {
        await using var bot = await DeployedAsync("nginx", "canary: [{share: 20%, for: 60s}]");
        bot.Edit("app/messages.py", "async def list_messages(request: web.Request) -> web.Response:\n", "async def list_messages(request: web.Request) -> web.Response:\n    raise web.HTTPInternalServerError()\n");
        bot.Set("VERSION", "2");
        await using var load = bot.StartLoad();

        var result = await bot.RunAsync("Deploy");
        var atTheEnd = await load.StopAsync();

        result.ShouldHaveEndedWith(NotReady).Text.ShouldContain("slipway.yaml puts up with 0: GET /messages 500");
        atTheEnd.Failures.ShouldAllBe(f => f.Kind == LoadKind.Get);
        atTheEnd.Failed.ShouldBeLessThan(atTheEnd.Figures.Sum(f => f.Requests) / 4);
        await ShouldServeOneAsync(bot, "1");
    }

    [Fact]
    public async Task Ctrl_C_takes_it_back()
    {
        await using var bot = await DeployedAsync("haproxy", "canary: [{share: 50%, for: 60s}]");
        bot.Set("VERSION", "2");
        await using var load = bot.StartLoad();
        using var wait = bot.Journal.Expect(e => e.Kind == "StepStarted" && e.Text.StartsWith("watch ", StringComparison.Ordinal));
        using var deployment = bot.Start("Deploy");
        await wait.SeenAsync(deployment);
        var status = await bot.RunAsync("Status");

        await deployment.InterruptAsync();
        (await deployment.Completion).ShouldHaveEndedWith(130);

        status.Text.ShouldContain("canary");
        await load.ShouldHaveLostNothingAsync();
        await ShouldServeOneAsync(bot, "1");
    }

    [Fact]
    public async Task What_a_killed_run_left_is_taken_back_by_the_next_though_nothing_else_has_changed()
    {
        await using var bot = await DeployedAsync("nginx", "canary: [{share: 50%, for: 60s}]");
        bot.Set("VERSION", "2");
        await bot.KillAtAsync("Deploy", e => e.Kind == "StepStarted" && e.Text.StartsWith("watch ", StringComparison.Ordinal));
        bot.Set("VERSION", "1");
        await using var load = bot.StartLoad();

        var plan = await bot.RunAsync("Plan");
        await bot.DeployAsync();

        plan.ShouldHaveEndedWith(2).Text.ShouldContain("send none of bot to green");
        await load.ShouldHaveLostNothingAsync();
        await ShouldServeOneAsync(bot, "1");
        (await bot.RunAsync("Plan")).ShouldHaveEndedWith(0);
    }

    private async Task<HelloBot> DeployedAsync(string proxy, string canary)
    {
        var bot = await HelloBot.CreateAsync(program, proxy);
        bot.Edit("slipway.yaml", "bot:    {", $"bot:    {{{canary}, ");
        await bot.DeployAsync();
        return bot;
    }

    private static async Task ShouldServeOneAsync(HelloBot bot, string version)
    {
        for (var request = 0; request < 20; request++)
        {
            (await bot.ServedVersionAsync()).ShouldBe(version);
        }
    }
}
