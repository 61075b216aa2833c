using CsCheck;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Changes;

namespace Slipway.Deployment.Tests.Planning;

/// <summary>How many releases stay on the engine, and which go first.</summary>
public sealed class KeptReleaseSpecs
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Just_as_many_are_left_as_are_to_be_kept_after_any_sequence_of_deployments(int keep) => Gen.Int[0, 5].Array[0, 12].Sample(
        sources =>
        {
            var (scene, deployed) = (Kept(keep), new List<string>());
            for (var i = 0; i < sources.Length; i++)
            {
                var before = scene.WithSources($"source-{sources[i]}");
                if (before.Plan(Named($"r{i}")).Context.Changing.Any())
                {
                    deployed.Add($"r{i}");
                }

                var served = deployed.Select((r, n) => (r, At: (DateTimeOffset?)Scene.Morning.AddMinutes(n)));
                scene = before.Deploy(Named($"r{i}")).With(o => o with { Remembered = served.ToDictionary(r => r.r, r => r.At, StringComparer.Ordinal) });
            }

            var left = Releases(scene);
            left.ShouldBe(deployed.TakeLast(keep), ignoreOrder: true);
            scene.Observation.Containers.Select(c => c.Release).OfType<string>().ShouldAllBe(r => left.Contains(r));
        },
        iter: 60,
        threads: 1);

    [Fact]
    public void Containers_that_Slipway_did_not_start_are_no_release()
    {
        var scene = Kept(2).Deploy(Named("r1")).WithSources("source-2").Deploy(Named("r2"));

        scene.Observation.Containers.ShouldContain(c => c.Release == null);
        Releases(scene).ShouldBe(["r2", "r1"]);
        KeptReleases.Prunable(scene.Plan(Named("r2")).Context).ShouldBeEmpty();
    }

    [Fact]
    public void A_release_that_never_served_goes_before_one_that_did()
    {
        var scene = Kept(3);
        foreach (var release in (string[])["r1", "r2", "r3"])
        {
            scene = scene.WithSources(release).Deploy(Named(release));
        }

        var failed = scene.WithSources("r4");
        var plan = failed.Plan(Named("r4"));
        var after = failed.With(o => o with
        {
            Images = Effects.Of(plan).Images,
            Remembered = new Dictionary<string, DateTimeOffset?> { ["r2"] = Scene.Morning, ["r3"] = Scene.Morning.AddMinutes(3), ["r4"] = null },
        });

        KeptReleases.Prunable(after.WithSources("r5").Plan(Named("r5")).Context).ShouldBe(["slipway/hello-bot-bot:r4", "slipway/hello-bot-poller:r4"]);
    }

    [Fact]
    public void What_was_not_replaced_keeps_the_name_that_its_container_runs()
    {
        var scene = Scene.Shop(y => y + "keep-releases: 2\n").Deploy(Named("r1"));
        for (var i = 2; i <= 5; i++)
        {
            var changed = Scene.Shop(y => y + "keep-releases: 2\n", j => j.Replace("\"4000\"", $"\"4000\", \"{4000 + i}\"", StringComparison.Ordinal)).Application;
            scene = scene.WithSources($"source-{i}").With(changed).Deploy(Named($"r{i}"));
        }

        scene.Observation.Images.Keys.Where(k => k.StartsWith("slipway/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ShouldBe(
        [
            "slipway/shop-api:r4", "slipway/shop-api:r5", "slipway/shop-web:r1", "slipway/shop-web:r4", "slipway/shop-web:r5",
            "slipway/shop-worker:r1", "slipway/shop-worker:r4", "slipway/shop-worker:r5",
        ]);
        KeptReleases.Complete(scene.Plan().Context).ShouldBe(["r5", "r4"], ignoreOrder: true);
    }

    [Fact]
    public void Names_are_removed_only_after_what_is_deployed_has_its_own()
    {
        var plan = Kept(2).Plan(Named("r1"));

        plan.Of("CleanUp").DependsOn.ShouldBe(["StartSlot"]);
        plan.Of("PullOrBuild").Steps.ShouldNotBeEmpty();
        plan.Phases.Select(p => p.Name).ToList().IndexOf("CleanUp").ShouldBeGreaterThan(plan.Phases.Select(p => p.Name).ToList().IndexOf("PullOrBuild"));
    }

    private static Scene Kept(int releases) => Scene.HelloBot(y => y + $"keep-releases: {releases}\n");

    private static IReadOnlyList<string> Releases(Scene scene) => KeptReleases.Complete(scene.Plan(Named("none")).Context);

    private static DeploymentRequest Named(string release) => new() { Release = release };
}
