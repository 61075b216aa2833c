using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Gateways;
using Slipway.Deployment.Status;

namespace Slipway.Deployment.Tests.Planning;

/// <summary>Containers of another image that take a proxy's place.</summary>
public sealed class HandOverSpecs
{
    private static readonly Scene Deployed = Scene.HelloBot().Deploy();

    [Fact]
    public void Another_image_needs_no_consent_and_its_container_takes_the_proxys_place()
    {
        var plan = Deployed.With(Proxied("nginx:2")).Plan();

        plan.Warnings.ShouldBeEmpty();
        Commands(plan, "Preflight").ShouldContain("test the configuration of hello-bot-proxy-1 in nginx:2");
        Commands(plan, "Switch").ShouldBe(["let hello-bot-proxy-1-x of nginx:2 serve in the place of hello-bot-proxy-1"]);
        plan.Of("Switch").Undo.Select(s => s.Command).ShouldBe(["end hello-bot-proxy-1-x, and let serve what served before"]);
        Commands(plan, "Retire").ShouldBeEmpty();
    }

    [Fact]
    public void Once_it_serves_nothing_is_left_to_do()
    {
        var scene = Deployed.With(Proxied("nginx:2")).Deploy();

        scene.Plan().Context.ChangesAnything.ShouldBeFalse();
        Role(scene, "hello-bot-proxy-1").ShouldBe("proxy, stands by");
        Role(scene, "hello-bot-proxy-1-x").ShouldBe("proxy, in the place of hello-bot-proxy-1");
    }

    [Fact]
    public void The_next_image_follows_that_and_what_served_before_is_removed_in_the_end()
    {
        var plan = Deployed.With(Proxied("nginx:2")).Deploy().With(Proxied("nginx:3")).Plan();

        Commands(plan, "Switch").ShouldBe(["let hello-bot-proxy-1-y of nginx:3 serve in the place of hello-bot-proxy-1"]);
        Commands(plan, "Retire").ShouldBe(["remove, once their connections have ended: hello-bot-proxy-1-x"]);
    }

    [Fact]
    public void What_the_engine_did_not_start_again_is_started_by_the_next_deployment()
    {
        var restarted = Deployed.With(Proxied("nginx:2")).Deploy().With(o => o with
        {
            Gateways = [.. o.Gateways.Select(g => g with { Seats = [] })],
            Successors = [.. o.Successors.Select(s => s with { Container = s.Container with { State = "exited", Status = "Exited (137) 1 minute ago" } })],
        });

        Commands(restarted.Plan(), "Switch").ShouldBe(["let hello-bot-proxy-1-x of nginx:2 serve in the place of hello-bot-proxy-1"]);
        Role(restarted, "hello-bot-proxy-1").ShouldBe("proxy");
        Role(restarted, "hello-bot-proxy-1-x").ShouldBe("ended");
    }

    [Fact]
    public void A_tag_that_leads_to_another_image_by_now_is_another_image()
    {
        var pulled = new ImageObservation("sha256:new", ["nginx:1.28"], [], new Dictionary<string, string>(), Scene.Morning);
        var scene = Deployed.With(Proxied("nginx:1.28")).Deploy();

        var moved = scene.With(o => o with { Images = new Dictionary<string, ImageObservation>(o.Images) { ["nginx:1.28"] = pulled } });

        Change(moved).Action.ShouldBe(GatewayAction.HandOver);
        Change(moved.With(o => o with { Images = new Dictionary<string, ImageObservation>(o.Images) { ["nginx:1.28"] = pulled with { Id = o.Of("proxy").Single().ImageId } } }))
            .Action.ShouldBe(GatewayAction.None);
    }

    [Theory]
    [InlineData("nginx:1.28", "docker.io/library/nginx:1.28", GatewayAction.None)]
    [InlineData("nginx", "docker.io/nginx:latest", GatewayAction.None)]
    [InlineData("registry.example/nginx:1.28", "nginx:1.28", GatewayAction.HandOver)]
    [InlineData("sha256:0123", "nginx:1.28", GatewayAction.None)]
    public void An_image_that_the_engine_does_not_have_is_known_by_its_name(string runs, string wanted, GatewayAction action)
    {
        var scene = Deployed.With(Proxied(wanted)).WithContainer("hello-bot-proxy-1", c => c with { Image = runs });

        Change(scene).Action.ShouldBe(action);
    }

    [Fact]
    public void What_a_run_that_was_killed_had_begun_is_finished()
    {
        var first = Deployed.With(Proxied("nginx:2")).Deploy();
        var second = first.With(Proxied("nginx:3")).Deploy();
        var both = second.With(o => o with
        {
            Successors = [.. first.Observation.Successors, .. o.Successors],
            Gateways = [.. o.Gateways.Select(g => g with { Seats = ['x', 'y'] })],
        });

        var plan = both.Plan();

        Commands(plan, "Switch").ShouldBe(["let hello-bot-proxy-1-y of nginx:3 serve in the place of hello-bot-proxy-1"]);
        Commands(plan, "Retire").ShouldBe(["remove, once their connections have ended: hello-bot-proxy-1-x"]);
    }

    [Fact]
    public void With_consent_the_proxys_container_itself_is_replaced_and_nothing_is_left_of_others()
    {
        var scene = Deployed.With(Proxied("nginx:2")).Deploy();

        var plan = scene.Plan(new DeploymentRequest { Consents = new HashSet<string> { "proxy" } });

        Commands(plan, "PrepareEnvironment").Take(2).ShouldBe(
            ["docker stop -t 1 hello-bot-proxy-1 hello-bot-proxy-1-x", "docker rm hello-bot-proxy-1 hello-bot-proxy-1-x"]);
    }

    [Fact]
    public void A_configuration_that_changes_as_well_is_taken_by_the_proxy_that_stands_by_before_another_one_serves()
    {
        var outdated = Deployed.With(Proxied("nginx:2")).With(o => o with { Gateways = [.. o.Gateways.Select(g => g with { Fingerprint = "another" })] });

        Commands(outdated.Plan(), "Switch").ShouldBe(
        [
            "give hello-bot-proxy-1 its new configuration", "let hello-bot-proxy-1-x of nginx:2 serve in the place of hello-bot-proxy-1",
        ]);
    }

    [Fact]
    public void A_later_configuration_is_taken_by_what_serves_and_then_by_the_proxy_that_stands_by()
    {
        var outdated = Deployed.With(Proxied("nginx:2")).Deploy().With(o => o with { Gateways = [.. o.Gateways.Select(g => g with { Fingerprint = "another" })] });

        Commands(outdated.Plan(), "Switch").ShouldBe(["give hello-bot-proxy-1-x its new configuration", "give hello-bot-proxy-1 its new configuration"]);
    }

    private static Application Proxied(string image) =>
        Scene.HelloBot(y => y.Replace("service: proxy}", $"service: proxy, image: \"{image}\"}}", StringComparison.Ordinal)).Application;

    private static GatewayChange Change(Scene scene) => scene.Plan().Context.Environment.Gateways.ShouldHaveSingleItem();

    private static List<string> Commands(DeploymentPlan plan, string phase) => [.. plan.Of(phase).Steps.Select(s => s.Command)];

    private static string Role(Scene scene, string container) =>
        ContainerRole.Of(scene.Plan().Context, scene.Observation.AllContainers.Single(c => c.Name == container));
}
