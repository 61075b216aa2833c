using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Changes;

namespace Slipway.Deployment.Tests.Planning;

/// <summary>Tags that move, names that are taken, and names in capitals.</summary>
public sealed class ImageSpecs
{
    private const string Web = "registry.example/shop-web:1";

    [Fact]
    public void A_tag_that_points_to_another_image_is_pulled()
    {
        var plan = Asked(new RegistryObservation("sha256:new")).Plan();

        plan.Context.Changing.Select(s => $"{s.Name}: {s.Reason}").ShouldBe(["web: the tag 1 points to another image"]);
        Commands(plan, "PullOrBuild")[0].ShouldEndWith(" pull --quiet web");
        plan.Context.Release.ShouldNotBe(Deployed().Plan().Context.Release);
    }

    [Fact]
    public void A_tag_that_points_to_the_same_image_changes_nothing() =>
        Asked(new RegistryObservation("sha256:old")).Plan().Context.ChangesAnything.ShouldBeFalse();

    [Fact]
    public void What_is_pulled_without_knowing_what_it_is_gets_a_name_of_its_own()
    {
        var gone = Deployed().With(o => o with { Images = o.Images.Where(i => i.Key != Web).ToDictionary(i => i.Key, i => i.Value, StringComparer.Ordinal) });

        gone.Plan().Context.Release.ShouldNotBe(gone.Observation.Containers.First(c => c.Release is not null).Release);
    }

    [Fact]
    public void A_registry_that_cannot_be_asked_is_a_warning()
    {
        var plan = Asked(new RegistryObservation(null, "no answer within 5 s")).Plan();

        plan.Context.ChangesAnything.ShouldBeFalse();
        plan.Warnings.ShouldContain($"whether {Web} points to another image is not known, the registry can't be asked: no answer within 5 s");
    }

    [Fact]
    public void A_name_that_another_release_has_is_refused()
    {
        var scene = Scene.HelloBot().Deploy(Named("v1"));

        var refusal = scene.WithSources("source-2").Plan(Named("v1")).Refusals.ShouldHaveSingleItem();

        refusal.Message.ShouldBe("the name v1 is taken by another release, in which bot, poller are not the same");
        scene.WithSources("source-2").Plan(Named("v2")).Refusals.ShouldBeEmpty();
    }

    [Fact]
    public void A_name_is_taken_by_another_configuration_as_well()
    {
        var changed = Scene.HelloBot(compose: json => json.Replace("app.poller", "app.other", StringComparison.Ordinal)).Application;

        Scene.HelloBot().Deploy(Named("v1")).With(changed).Plan(Named("v1")).Refusals.Single().Message
            .ShouldBe("the name v1 is taken by another release, in which poller is not the same");
    }

    [Fact]
    public void A_release_that_did_not_come_to_its_end_may_be_deployed_again_under_its_name()
    {
        var scene = Scene.HelloBot().Deploy(Named("v1")).WithContainer("hello-bot-bot-blue-1", c => c with { State = "exited" });

        scene.Plan(Named("v1")).Refusals.ShouldBeEmpty();
    }

    [Fact]
    public void Images_are_kept_under_names_in_lower_case() =>
        ChangeFinder.ReleaseTag("shop", "Web", "V1").ShouldBe("slipway/shop-web:V1");

    private static Scene Deployed() => Scene.Shop().Deploy().With(o => o with
    {
        Images = o.Images.ToDictionary(i => i.Key, i => i.Value with { Digests = [$"{i.Key.Split(':')[0]}@sha256:old"] }, StringComparer.Ordinal),
    });

    private static Scene Asked(RegistryObservation answer) => Deployed().With(o => o with { Registries = new Dictionary<string, RegistryObservation> { [Web] = answer } });

    private static DeploymentRequest Named(string release) => new() { Release = release };

    private static List<string> Commands(DeploymentPlan plan, string phase) => [.. plan.Of(phase).Steps.Select(s => s.Command)];
}
