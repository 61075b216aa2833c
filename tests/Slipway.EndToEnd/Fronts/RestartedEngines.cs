using Slipway.EndToEnd.Hosts;
using Slipway.EndToEnd.Load;
using Slipway.EndToEnd.Machine;

namespace Slipway.EndToEnd.Fronts;

/// <summary>
/// A front, gateways in whose place containers of another image serve, and slots, on a machine whose engine is ended: what comes back by itself,
/// and what the next deployment mends.
/// </summary>
public sealed class RestartedEngines(SlipwayProgram program)
{
    private const int WouldChange = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Users_are_answered_again_without_Slipway_or_by_one_deployment_and_the_front_stays_the_same_container()
    {
        Assert.SkipUnless(Scale.IsFull, Scale.Long);
        await using var engine = await OwnEngine.StartAsync(program, "nginx:1.28", "python:3.11-slim-bookworm");
        await using var site = await FrontedApplication.CreateAsync(program, "two-services");
        await StartAsync(engine, site);
        var front = await FrontAsync(engine, site);

        await engine.StopAsync();
        await engine.StartAsync();
        await ShouldServeAloneAsync(engine, site);
        await engine.LosePowerAsync();
        await engine.StartAsync();
        await ShouldServeAloneAsync(engine, site);
        await engine.KillAsync();
        await engine.StartAsync();

        // Engine 26.1 ends what ran on, and starts none of it again, whatever its policy is: "restart canceled".
        Use(engine, site);
        var plan = await site.RunAsync("Plan");
        TestContext.Current.TestOutputHelper!.WriteLine(plan.Output);
        plan.ShouldHaveEndedWith(WouldChange);
        await site.DeployAsync();
        (await ServesAsync(engine, site)).ShouldBe(("web 2", "admin 1"));
        (await site.RunAsync("Plan")).ShouldHaveEndedWith(0).Output.ShouldNotContain("warning");
        (await FrontAsync(engine, site)).ShouldBe(front);
    }

    private static async Task StartAsync(OwnEngine engine, FrontedApplication site)
    {
        Use(engine, site);
        site.Edit("compose.yaml", "  expose: [\"8000\"]", "  expose: [\"8000\"]\n  restart: unless-stopped");
        site.Edit("compose.yaml", "    depends_on: [web, admin]", "    depends_on: [web, admin]\n    restart: unless-stopped");
        await site.ComposeUpAsync();
        await site.InitAsync();
        await site.DeployAsync();
        site.Set("WEB_VERSION", "2");
        await site.DeployAsync();
        var container = await engine.RunAsync("create", $"{site.Program.Images}/nginx:1.28");
        await engine.RunAsync("commit", "--change", "LABEL slipway.number=2", container, "nginx:another");
        await engine.RunAsync("rm", container);
        site.Edit("slipway.yaml", "\"${SLIPWAY_IMAGES:-docker.io/library}/nginx:1.28\"", "\"nginx:another\"");
        await site.DeployAsync();
        (await SuccessorsAsync(engine)).ShouldBe(2);
    }

    // The gateways serve by themselves, with the slots that served, until the next deployment.
    private static async Task ShouldServeAloneAsync(OwnEngine engine, FrontedApplication site)
    {
        Use(engine, site);
        using var deadline = new CancellationTokenSource(Patience);
        while (await TryAsync(engine, site) != ("web 2", "admin 1"))
        {
            deadline.Token.ThrowIfCancellationRequested();
        }

        (await SuccessorsAsync(engine)).ShouldBe(0);
        (await site.RunAsync("Status")).ShouldHaveEndedWith(0).Output.ShouldMatch(@"slipway-proxy\s+ended");
        (await site.RunAsync("Plan")).ShouldHaveEndedWith(WouldChange).Output.ShouldContain("another image: hands over to a container of it");
        await site.DeployAsync();
        (await SuccessorsAsync(engine)).ShouldBe(2);
        (await ServesAsync(engine, site)).ShouldBe(("web 2", "admin 1"));
    }

    private static void Use(OwnEngine engine, FrontedApplication site)
    {
        site.Through = engine.Through;
        site.Environment["DOCKER_HOST"] = engine.Environment["DOCKER_HOST"];
    }

    private static async Task<(string, string)?> TryAsync(OwnEngine engine, FrontedApplication site)
    {
        try
        {
            return await ServesAsync(engine, site);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task<(string, string)> ServesAsync(OwnEngine engine, FrontedApplication site) => (
        (await site.AskAsync(new Uri($"http://{engine.Address}:{site.Port}/"))).Release,
        (await site.AskAsync(new Uri($"http://{engine.Address}:{site.Port}/admin/"))).Release);

    private static Task<string> FrontAsync(OwnEngine engine, FrontedApplication site) => engine.RunAsync("inspect", "-f", "{{.Id}}", $"{site.Name}-nginx-1");

    private static async Task<int> SuccessorsAsync(OwnEngine engine) =>
        (await engine.RunAsync("ps", "-q", "--filter", "label=slipway.successor")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
}
