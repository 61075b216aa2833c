using Slipway.EndToEnd.Applications;

namespace Slipway.EndToEnd.Deployments;

public sealed class LaterDeployments(DeployedHelloBot deployed) : IClassFixture<DeployedHelloBot>
{
    private readonly HelloBot _bot = deployed.Bot;

    [Fact]
    public async Task With_nothing_changed_no_container_is_touched_and_no_journal_begun()
    {
        await _bot.DeployAsync();
        var (containers, journals) = (await _bot.ContainerIdsAsync(), _bot.Journal.Files().ToList());

        var result = await _bot.DeployAsync();

        result.Output.ShouldContain("nothing changed");
        (await _bot.ContainerIdsAsync()).ShouldBe(containers);
        _bot.Journal.Files().ShouldBe(journals);
    }

    [Fact]
    public async Task A_changed_image_replaces_the_bots_and_leaves_database_and_proxy_alone()
    {
        var before = await StatefulAsync();
        _bot.Set("VERSION", "changed-image");

        await _bot.DeployAsync();

        (await _bot.ServedVersionAsync()).ShouldBe("changed-image");
        (await StatefulAsync()).ShouldBe(before);
        _bot.Journal.Commands().ShouldContain(c => c.Phase == "PullOrBuild" && c.Command.Contains(" build ", StringComparison.Ordinal));
        (await _bot.ContainersAsync()).Count(c => c.StartsWith("bot-", StringComparison.Ordinal) && c.EndsWith(" running", StringComparison.Ordinal)).ShouldBe(2);
        (await _bot.ContainersAsync()).Count(c => c.StartsWith("poller-", StringComparison.Ordinal) && c.EndsWith(" running", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_changed_configuration_replaces_the_bots_without_building_anything()
    {
        var before = await StatefulAsync();
        _bot.Set("POOL_MAX", "7");

        await _bot.DeployAsync();

        _bot.Journal.Commands().ShouldNotContain(c => c.Command.Contains(" build ", StringComparison.Ordinal));
        (await StatefulAsync()).ShouldBe(before);
        var slots = await Docker.LinesAsync("ps", "-aq", "--filter", $"label=slipway.app={_bot.Name}", "--filter", "label=slipway.service=bot");
        var environments = await Task.WhenAll(slots.Select(s => Docker.RunAsync("inspect", "-f", "{{.Created}} {{.Config.Env}}", s)));
        environments.Order(StringComparer.Ordinal).Last().ShouldContain("POOL_MAX=7");
    }

    [Fact]
    public async Task A_proxy_that_somebody_stopped_is_started_again()
    {
        await Docker.RunAsync("stop", $"{_bot.Name}-proxy-1");

        await _bot.DeployAsync();

        (await _bot.ServedVersionAsync()).ShouldNotBeEmpty();
    }

    private async Task<IReadOnlyList<string>> StatefulAsync() =>
        [.. (await _bot.ContainerIdsAsync()).Where(c => c.Contains("-db-", StringComparison.Ordinal) || c.Contains("-proxy-", StringComparison.Ordinal))];
}
