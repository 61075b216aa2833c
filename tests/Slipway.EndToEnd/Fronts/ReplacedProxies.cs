using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;
using Slipway.EndToEnd.Load;

namespace Slipway.EndToEnd.Fronts;

/// <summary>A proxy that gets another image while users come: another container takes its place.</summary>
public sealed class ReplacedProxies(SlipwayProgram program)
{
    private const int Interrupted = 130;

    [Theory]
    [InlineData("nginx", "nginx:1.28")]
    [InlineData("haproxy", "haproxy:2.8")]
    [InlineData("caddy", "caddy:2.6")]
    public async Task Images_releases_services_and_the_way_back_cost_no_request_and_no_consent(string kind, string image)
    {
        Assert.SkipUnless(kind == "nginx" || Scale.IsFull, Scale.Long);
        await using var pair = await DeployedAsync(kind, image);
        var proxy = await ProxyAsync(pair);
        await using var load = pair.StartLoad();

        Use(pair, await ImageAsync(pair, image, 2), image);
        await pair.DeployAsync();
        var (first, status) = (await ServingAsync(pair), (await pair.RunAsync("Status")).Output);
        pair.Set("WEB_VERSION", "2");
        await pair.DeployAsync();
        var released = await pair.ServesAsync();
        await pair.RollBackAsync();
        var back = await pair.ServesAsync();
        Use(pair, await ImageAsync(pair, image, 3), $"{pair.Name}-proxy:2");
        pair.Edit("compose.yaml", "\nservices:\n", "\nservices:\n  search:\n    <<: *server\n    environment: {NAME: search, PORT: \"3100\", VERSION: \"1\"}\n\n");
        pair.Edit("slipway.yaml", "services:\n", "services:\n  search: {strategy: blue-green, port: 3100, health: /healthz, drain: 3s}\n");
        await pair.DeployAsync();
        var second = await ServingAsync(pair);

        await load.ShouldHaveLostNothingAsync();
        (first, second).ShouldBe(("x 2", "y 3"));
        (released, back).ShouldBe(("web 2", "web 1"));
        status.ShouldMatch(@"slipway-proxy\s+proxy, stands by");
        status.ShouldMatch(@"slipway-proxy\s+proxy, in the place of");
        (await ProxyAsync(pair)).ShouldBe(proxy);
        (await pair.RunAsync("Plan")).ShouldHaveEndedWith(0);
        (await pair.RunAsync("Release")).ShouldHaveEndedWith(0);
        (await ServingAsync(pair)).ShouldBe("none");
        (await pair.ServesAsync()).ShouldBe("web 2");
    }

    [Fact]
    public async Task The_proxy_itself_serves_when_the_other_container_ends_and_the_next_deployment_mends_that()
    {
        Assert.SkipUnless(Scale.IsFull, Scale.Long);
        await using var pair = await DeployedAsync("nginx", "nginx:1.28");
        Use(pair, await ImageAsync(pair, "nginx:1.28", 2), "nginx:1.28");
        await pair.DeployAsync();

        await Docker.RunAsync("kill", $"{pair.Name}-slipway-proxy-1-x");
        var killed = await pair.ServesAsync();
        await pair.DeployAsync();
        var mended = await ServingAsync(pair);
        await Docker.RunAsync("restart", "-t", "1", $"{pair.Name}-slipway-proxy-1");
        await pair.UntilAnswersAsync($"{pair.Name}-slipway-proxy-1", "http://127.0.0.1:8000/");
        var restarted = await pair.ServesAsync();
        var status = (await pair.RunAsync("Status")).Output;
        await pair.DeployAsync();

        (killed, restarted).ShouldBe(("web 1", "web 1"));
        mended.ShouldBe("x 2");
        status.ShouldNotContain("in the place of");
        (await ServingAsync(pair)).ShouldBe("x 2");
        (await pair.RunAsync("Plan")).ShouldHaveEndedWith(0);
    }

    [Fact]
    public async Task Whatever_breaks_a_hand_over_off_costs_no_request()
    {
        await using var pair = await DeployedAsync("nginx", "nginx:1.28");
        Use(pair, await ImageAsync(pair, "nginx:1.28", 2), "nginx:1.28");
        await using var load = pair.StartLoad();

        var broken = await ImageAsync(pair, "busybox:stable", 9);
        Use(pair, broken, $"{pair.Name}-proxy:2");
        var refused = await pair.RunAsync("Deploy");
        Use(pair, $"{pair.Name}-proxy:2", broken);
        var interrupted = await InterruptAsync(pair);
        var after = await ServingAsync(pair);
        await pair.KillAtAsync("Deploy", Begins);
        await pair.DeployAsync();

        await load.ShouldHaveLostNothingAsync();
        refused.ShouldHaveEndedWith(5);
        interrupted.ShouldHaveEndedWith(Interrupted);
        after.ShouldBe("none");
        (await ServingAsync(pair)).ShouldBe("x 2");
        (await pair.RunAsync("Plan")).ShouldHaveEndedWith(0);
    }

    private async Task<FrontedApplication> DeployedAsync(string kind, string image)
    {
        var pair = await FrontedApplication.CreateAsync(program, "added");
        try
        {
            pair.Edit("slipway.yaml", "application: added", $"application: {pair.Name}");
            pair.Edit("slipway.yaml", "kind: nginx", $"kind: {kind}");
            pair.Edit("slipway.yaml", "/nginx:1.28", $"/{image}");
            await pair.DeployAsync();
            return pair;
        }
        catch
        {
            await pair.DisposeAsync();
            throw;
        }
    }

    // The same program in an image of its own.
    private async Task<string> ImageAsync(FrontedApplication pair, string image, int number)
    {
        var name = $"{pair.Name}-proxy:{number}";
        var container = await Docker.RunAsync("create", $"{program.Images}/{image}");
        await Docker.RunAsync("commit", "--change", $"LABEL slipway.number={number}", container, name);
        await Docker.RunAsync("rm", container);
        return name;
    }

    private static void Use(FrontedApplication pair, string image, string before)
    {
        var text = pair.Read("slipway.yaml").Replace($"${{SLIPWAY_IMAGES:-docker.io/library}}/{before}", image, StringComparison.Ordinal);
        pair.Write("slipway.yaml", text.Replace($"\"{before}\"", $"\"{image}\"", StringComparison.Ordinal));
        pair.Read("slipway.yaml").ShouldContain(image);
    }

    private static async Task<ProgramResult> InterruptAsync(FrontedApplication pair)
    {
        using var wait = pair.Journal.Expect(Begins);
        using var run = pair.Start("Deploy");
        await wait.SeenAsync(run);
        await run.InterruptAsync();
        return await run.Completion;
    }

    private static bool Begins(JournalEntry entry) => entry.Kind == "StepStarted" && entry.Text.StartsWith("let ", StringComparison.Ordinal);

    private static Task<string> ProxyAsync(FrontedApplication pair) => Docker.RunAsync("inspect", "-f", "{{.Id}} {{.State.StartedAt}}", $"{pair.Name}-slipway-proxy-1");

    // The mark and the number of the image of what serves in the proxy's place.
    private static async Task<string> ServingAsync(FrontedApplication pair)
    {
        var running = await Docker.LinesAsync(
            "ps", "--filter", $"label=slipway.successor={pair.Name}-slipway-proxy-1", "--format", "{{.Label \"slipway.seat\"}} {{.Label \"slipway.number\"}}");
        return running.Count == 0 ? "none" : running.ShouldHaveSingleItem();
    }
}
