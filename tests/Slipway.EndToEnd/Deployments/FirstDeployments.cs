using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Deployments;

public sealed class FirstDeployments(SlipwayProgram program)
{
    [Theory]
    [InlineData("nginx")]
    [InlineData("haproxy")]
    public async Task An_empty_host_serves_after_one_command(string proxy)
    {
        await using var bot = await HelloBot.CreateAsync(program, proxy);

        var result = await bot.DeployAsync();

        result.Output.ShouldContain("serves after");
        (await bot.ServedVersionAsync()).ShouldBe("1");
        (await bot.ContainersAsync()).ShouldBe(["bot-blue-1 running", "db-1 running", "poller-blue-1 running", "proxy-1 running"]);
        (await bot.QueryAsync("select version_num from alembic_version")).ShouldBe("0005");
        (await bot.NetworksAsync()).ShouldBe([$"{bot.Name}_default", $"{bot.Name}_slots"]);
        (await bot.VolumesAsync()).ShouldBe([$"{bot.Name}_data", $"{bot.Name}_slots"]);
    }
}
