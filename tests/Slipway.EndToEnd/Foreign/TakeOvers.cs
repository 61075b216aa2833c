using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Foreign;

public sealed class TakeOvers(SlipwayProgram program)
{
    [Fact]
    public async Task A_hello_bot_that_plain_compose_started_keeps_its_data_and_is_away_for_the_change_of_the_proxy_only()
    {
        await using var bot = await HelloBot.CreateAsync(program);
        bot.Set("BOOT_SECONDS", "5");
        (await bot.ComposeAsync("build", "bot")).ShouldHaveEndedWith(0);
        (await bot.ComposeAsync("up", "-d", "--wait")).ShouldHaveEndedWith(0);
        await bot.QueryAsync("insert into messages (sender, body) values ('before', 'still here')");
        await using var load = bot.StartLoad();

        var result = await bot.DeployAsync();

        await load.FurtherAsync(300, TestContext.Current.CancellationToken);
        var report = await load.StopAsync();
        report.LongestGap.ShouldBeLessThan(TimeSpan.FromSeconds(5), "the new slot boots for that long, and the old containers serve meanwhile");
        result.Output.ShouldContain("serves after");
        (await bot.QueryAsync("select body from messages where sender = 'before'")).ShouldBe("still here");
        (await bot.ContainersAsync()).ShouldBe(["bot-blue-1 running", "db-1 running", "migrate-1 exited", "poller-blue-1 running", "proxy-1 running"]);
        (await bot.RunAsync("Plan")).ShouldHaveEndedWith(0);
    }
}
