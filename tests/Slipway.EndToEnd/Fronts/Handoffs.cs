using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Fronts;

/// <summary>Services that Init hands over, because two of them at once would not do.</summary>
public sealed class Handoffs(SlipwayProgram program)
{
    [Fact]
    public async Task One_that_publishes_ports_is_made_blue_green_by_one_deployment()
    {
        await using var site = await FrontedApplication.RunningAsync(program, "published-twice");
        await site.DeployAsync();
        site.Read("slipway.yaml").ShouldContain("app: {strategy: handoff}");
        var slipway = $"application: {site.Name}\nproxy: {{kind: nginx, image: \"{program.Images}/nginx:1.28\"}}\nservices:\n  app: {{strategy: blue-green, port: 8000}}\n";
        site.Write("slipway.yaml", slipway);

        await site.DeployAsync();
        var same = await site.ServesAsync();
        site.Set("APP_VERSION", "2");
        await site.DeployAsync();
        var switched = await site.ServesAsync();
        await site.RollBackAsync();

        (same, switched, await site.ServesAsync()).ShouldBe(("app 1", "app 2", "app 1"));
    }
}
