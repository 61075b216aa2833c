using Slipway.Deployment.Planning;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Tests.Planning;

/// <summary>What is refused before anything is changed.</summary>
public sealed class PreflightSpecs
{
    [Fact]
    public void An_old_engine_is_refused() =>
        Refusal(Scene.HelloBot().WithEngine(e => e with { Version = "20.10.24" })).ShouldBe("the engine is 20.10.24, but Slipway needs 25 or later");

    [Fact]
    public void A_full_disk_is_refused_when_an_image_has_to_come() =>
        Refusal(Scene.HelloBot().WithEngine(e => e with { FreeDisk = 500L << 20 })).ShouldBe("the engine's disk has 500 MB left, but this deployment needs 1024 MB");

    [Fact]
    public void Less_disk_will_do_when_the_image_is_there()
    {
        var scene = Scene.HelloBot().Deploy();
        var changed = scene.With(Scene.HelloBot(compose: json => json.Replace("app.poller", "app.other", StringComparison.Ordinal)).Application);

        changed.WithEngine(e => e with { FreeDisk = 500L << 20 }).Plan().Refusals.ShouldBeEmpty();
        Refusal(changed.WithEngine(e => e with { FreeDisk = 100L << 20 })).ShouldContain("needs 128 MB");
    }

    [Fact]
    public void A_host_without_memory_for_two_slots_is_refused() =>
        Refusal(Scene.Shop().WithEngine(e => e with { AvailableMemory = 100L << 20 })).ShouldContain("too little for two slots side by side (128 MB)");

    [Fact]
    public void What_cannot_be_seen_is_not_refused() =>
        Scene.Shop().WithEngine(e => e with { AvailableMemory = null, FreeDisk = null }).Plan().Refusals.ShouldBeEmpty();

    [Fact]
    public void A_port_that_another_holds_is_refused()
    {
        var scene = Scene.HelloBot().With(o => o with { ForeignPorts = new Dictionary<int, string> { [8080] = "the container other-1" } });

        var refusal = scene.Plan().Refusals.ShouldHaveSingleItem();

        refusal.Message.ShouldBe("port 8080, which proxy publishes, is in use by the container other-1");
        refusal.Remedy.ShouldBe("stop that, or publish another port (services.proxy.ports in the compose file)");
    }

    [Fact]
    public void A_port_that_the_running_proxy_holds_is_no_matter()
    {
        var scene = Scene.HelloBot().Deploy().WithSources("source-2").With(o => o with { ForeignPorts = new Dictionary<int, string> { [8080] = "the container other-1" } });

        scene.Plan().Refusals.ShouldBeEmpty();
    }

    [Fact]
    public void A_service_in_the_network_of_the_host_cannot_have_two_slots()
    {
        var scene = Scene.Shop(compose: json => json.Replace("\"image\": \"registry.example/shop-web:1\",", "\"image\": \"registry.example/shop-web:1\", \"network_mode\": \"host\",", StringComparison.Ordinal));

        Refusal(scene).ShouldContain("services.web.network_mode");
    }

    [Fact]
    public void All_refusals_come_at_once()
    {
        var scene = Scene.HelloBot().WithEngine(e => e with { Version = "24.0.0", FreeDisk = 0, AvailableMemory = 0 });

        scene.Plan().Refusals.Count.ShouldBe(3);
    }

    [Fact]
    public void Nothing_is_refused_where_nothing_changes() =>
        Scene.HelloBot().Deploy().WithEngine(e => e with { FreeDisk = 0, AvailableMemory = 0 }).Plan().Refusals.ShouldBeEmpty();

    [Fact]
    public void A_release_that_is_not_kept_is_refused()
    {
        var scene = Scene.HelloBot().Deploy(new DeploymentRequest { Release = "one" }).WithSources("source-2").Deploy(new DeploymentRequest { Release = "two" });

        var error = Should.Throw<SlipwayException>(() => scene.Plan(new DeploymentRequest { Release = "three", Kept = true }));

        (error.Code, error.Message).ShouldBe((ExitCode.NoRollback, "no rollback: the release three is not on the engine any more (there are: two, one)"));
    }

    private static string Refusal(Scene scene) => scene.Plan().Refusals.ShouldHaveSingleItem().Message;
}
