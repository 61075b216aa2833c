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

    [Fact]
    public async Task Those_that_an_outer_proxy_finds_by_their_labels_have_them_once_and_on_the_new_release()
    {
        await using var site = await FrontedApplication.RunningAsync(program, "labels");
        await site.DeployAsync();
        var first = await LabelledAsync(site);
        site.Set("APP_VERSION", "2");
        await site.DeployAsync();

        first.ShouldBe(["blog 1", "whoami 1"]);
        (await LabelledAsync(site)).ShouldBe(["blog 2", "whoami 2"]);
    }

    // As Traefik does: what runs and has the label is asked by its address, whatever its name.
    private static async Task<IReadOnlyList<string>> LabelledAsync(FrontedApplication site)
    {
        var containers = await Docker.LinesAsync("ps", "-q", "--filter", "label=traefik.enable=true", "--filter", $"network={site.Name}_default");
        return [.. (await Task.WhenAll(containers.Select(c => AskAsync(site, c)))).Order(StringComparer.Ordinal)];
    }

    private static async Task<string> AskAsync(FrontedApplication site, string container)
    {
        await site.UntilAnswersAsync(container, "http://127.0.0.1:8000/");
        var address = await Docker.RunAsync("inspect", "-f", "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}", container);
        return (await site.AskAsync(new Uri($"http://{address}:8000/"))).Release;
    }
}
