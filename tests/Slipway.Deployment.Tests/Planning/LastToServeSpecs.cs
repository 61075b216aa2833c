using Slipway.Deployment.Planning;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Tests.Planning;

/// <summary>Which slot is taken for the one that served once the proxy, which would know, is gone.</summary>
public sealed class LastToServeSpecs
{
    private static Scene Two => Scene.HelloBot().Deploy(Named("r1")).WithSources("2").Deploy(Named("r2")).With(o => o with { Gateways = [] });

    [Fact]
    public void Without_a_history_it_is_the_newest() => Active(Two).ShouldBe(Slot.Green);

    [Fact]
    public void What_began_to_serve_later_than_the_newest_was_made_was_let_back()
    {
        var scene = Two.With(o => o with
        {
            Remembered = new Dictionary<string, DateTimeOffset?> { ["r2"] = Scene.Morning.AddMinutes(2), ["r1"] = Scene.Morning.AddMinutes(9) },
        });

        Active(scene).ShouldBe(Slot.Blue);
        scene.Plan(Named("r3")).Warnings.ShouldContain(
            "no proxy can be asked which slot of bot served: hello-bot-bot-blue-1 is taken for it, by the history of this folder and by age");
    }

    [Fact]
    public void What_another_folder_has_deployed_since_is_newer_than_this_history() => Active(Two.With(o => o with
    {
        Remembered = new Dictionary<string, DateTimeOffset?> { ["r1"] = Scene.Morning.AddSeconds(30) },
    })).ShouldBe(Slot.Green);

    [Fact]
    public void Of_one_that_works_and_one_that_has_ended_it_is_the_one_that_works() => Active(Two.WithContainer("hello-bot-bot-green-1", c => c with { State = "exited" })).ShouldBe(Slot.Blue);

    private static Slot? Active(Scene scene) => scene.Plan(Named("r3")).Context.Services.Single(s => s.Name == "bot").Active;

    private static DeploymentRequest Named(string release) => new() { Release = release };
}
