using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Deployments;

public sealed class HandedOver(SlipwayProgram program)
{
    private const int NotReady = 7;

    [Fact]
    public async Task What_cannot_be_started_does_not_end_what_runs_once_only()
    {
        await using var bot = await HelloBot.DeployedAsync(program);
        var containers = await bot.ContainerIdsAsync();
        bot.Edit("compose.yaml", "[\"python3\", \"-m\", \"app.poller\"]", "[\"no-such-program\", \"-m\", \"app.poller\"]");

        var result = await bot.RunAsync("Deploy");

        result.ShouldHaveEndedWith(NotReady).Text.ShouldSatisfyAllConditions(
            t => t.ShouldContain("there is no program \"no-such-program\" in it"),
            t => t.ShouldContain($"the old release still serves: {bot.Name}-bot-blue-1, {bot.Name}-poller-blue-1"));
        bot.Journal.Commands().ShouldNotContain(c => c.Command.StartsWith("docker stop", StringComparison.Ordinal));
        (await bot.ContainerIdsAsync()).ShouldBe(containers);
    }
}
