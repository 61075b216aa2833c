using Slipway.Deployment.Status;
using Slipway.Deployment.Tests.Planning;

namespace Slipway.Deployment.Tests.Printing;

/// <summary>What the status says that each container is there for.</summary>
public sealed class StatusSpecs
{
    private const string Serving = "hello-bot-bot-green-1";

    private static readonly Scene Twice = Scene.HelloBot().Deploy().WithSources("source-2").Deploy();

    [Theory]
    [InlineData("exited", "Exited (1) 2 minutes ago", "stopped")]
    [InlineData("paused", "Up 2 minutes (Paused)", "paused")]
    [InlineData("created", "Created", "created")]
    [InlineData("restarting", "Restarting (1) 2 seconds ago", "restarting")]
    [InlineData("running", "Up 2 minutes (unhealthy)", "serves")]
    public void A_container_serves_only_if_it_runs(string state, string status, string role) =>
        Role(Twice.WithContainer(Serving, c => c with { State = state, Status = status }), Serving).ShouldBe(role);

    [Fact]
    public void A_container_behind_a_proxy_that_is_down_does_not_serve()
    {
        var down = Twice.With(o => o with { Gateways = [.. o.Gateways.Select(g => g with { IsUp = false })] });

        Role(down, Serving).ShouldBe("not reached: its proxy is down");
        Role(down, "hello-bot-proxy-1").ShouldBe("proxy, down");
        Role(Twice, "hello-bot-proxy-1").ShouldBe("proxy");
    }

    [Fact]
    public void What_plain_compose_started_is_shown_as_such()
    {
        var scene = Twice.With(o => o with
        {
            Containers = [.. o.Containers, o.Containers.First(c => c.Name == Serving) with { Name = "hello-bot-bot-1", ComposeService = "bot", Labels = new Dictionary<string, string>() }],
        });

        Role(scene, "hello-bot-bot-1").ShouldBe("plain compose's: the next Deploy removes it");
    }

    [Fact]
    public void Replicas_work_or_stand_still()
    {
        var changed = Scene.Shop(compose: j => j.Replace("\"work\"", "\"work-harder\"", StringComparison.Ordinal)).Application;
        var scene = Scene.Shop().Deploy().WithSources("later").With(changed).Deploy();

        scene.Observation.Of("worker").Select(c => $"{c.Name} {Role(scene, c.Name)}").Order(StringComparer.Ordinal).ShouldBe(
            ["shop-worker-1 stopped", "shop-worker-2 stopped", "shop-worker-3 works", "shop-worker-4 works"]);
    }

    private static string Role(Scene scene, string container) =>
        ContainerRole.Of(scene.Plan().Context, scene.Observation.Containers.Single(c => c.Name == container));
}
