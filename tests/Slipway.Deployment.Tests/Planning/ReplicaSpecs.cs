using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;
using Slipway.Engine;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Tests.Planning;

/// <summary>What happens with the replicas of workers, on the way there and on the way back.</summary>
public sealed class ReplicaSpecs
{
    private static readonly Scene First = Scene.Shop().Deploy(Named("one"));
    private static readonly Scene Second = Later(First).With(Working("harder")).Deploy(Named("two"));

    [Fact]
    public void Replicas_run_the_image_of_the_release_and_not_what_a_name_happens_to_point_to()
    {
        var plan = Built().Plan(Named("one"));

        var worker = ServiceIn(plan.Context.Overlay!.Text, "worker");
        worker.ShouldContain("image: slipway/shop-worker:one");
        worker.ShouldContain("pull_policy: never");
        worker.ShouldContain("- shop-worker", Case.Sensitive, "a build gives its usual name as well, which others may use");
    }

    [Fact]
    public void An_image_that_another_project_built_from_the_same_sources_is_named_for_the_release()
    {
        var elsewhere = Built().Deploy(Named("one")).Observation.Images["slipway/shop-worker:one"];
        var scene = Built().With(o => o with { Images = new Dictionary<string, ImageObservation> { ["other-worker:latest"] = elsewhere with { Tags = ["other-worker:latest"] } } });

        var plan = scene.Plan(Named("one"));

        Commands(plan, "PullOrBuild").ShouldContain("docker tag other-worker:latest slipway/shop-worker:one");
        ServiceIn(plan.Context.Overlay!.Text, "worker").ShouldContain("image: slipway/shop-worker:one");
    }

    [Fact]
    public void What_did_not_change_stays_in_the_overlay_as_it_is()
    {
        var changed = Scene.Shop(compose: json => json.Replace("\"4000\"", "\"4000\", \"4001\"", StringComparison.Ordinal)).Application;

        var worker = ServiceIn(Later(First).With(changed).Plan(Named("two")).Context.Overlay!.Text, "worker");

        worker.ShouldContain("image: slipway/shop-worker:one");
        worker.ShouldContain("slipway.release: one");
    }

    [Fact]
    public void A_replica_that_is_missing_is_added_beside_the_healthy_one()
    {
        var scene = First.With(o => o with { Containers = [.. o.Containers.Where(c => c.Name != "shop-worker-1")] });

        var plan = scene.Plan();

        plan.Context.Changing.Select(s => $"{s.Name}: {s.Reason}").ShouldBe(["worker: number of replicas"]);
        Commands(plan, "Switch").ShouldBe(["docker start shop-worker-3", "await shop-worker-3"]);
        Commands(plan, "Retire").ShouldBeEmpty();
    }

    [Fact]
    public void A_replica_that_somebody_paused_goes_on_before_compose_makes_the_one_that_takes_its_place()
    {
        var plan = First.WithContainer("shop-worker-1", c => c with { State = "paused", Status = "Up 1 minute (Paused)" }).Plan();

        Commands(plan, "StartSlot").ShouldBe(
        [
            "docker unpause shop-worker-1",
            "docker compose -p shop -f compose.yaml -f .slipway/slots.yaml up --no-start --no-deps --no-build --no-recreate --scale worker=3 worker",
        ]);
        Commands(plan, "Switch").ShouldBe(["docker start shop-worker-3", "await shop-worker-3", "docker stop shop-worker-1, which ends beside the rest"]);
    }

    [Fact]
    public void A_run_that_was_killed_half_way_is_finished()
    {
        // One of two was replaced, and its old one ended.
        var killed = Second.With(o => o with
        {
            Containers =
            [
                .. o.Containers.Where(c => c.Name != "shop-worker-4").Select(c => c.Name == "shop-worker-2" ? c with { State = "running", Status = "Up 1 hour" } : c),
            ],
        });

        var plan = killed.Plan(Named("two"));

        plan.Context.Changing.Select(s => $"{s.Name}: {s.Reason}").ShouldBe(["worker: configuration changed"]);
        Commands(plan, "Switch").ShouldBe(["docker start shop-worker-4", "await shop-worker-4", "docker stop shop-worker-2, which ends beside the rest"]);
    }

    [Theory]
    [InlineData("running", "Up 1 minute (unhealthy)", "a replica is unhealthy")]
    [InlineData("restarting", "Restarting (1) 2 seconds ago", "a replica is restarting")]
    [InlineData("paused", "Up 1 minute (Paused)", "a replica is paused")]
    public void A_replica_that_does_not_work_is_replaced_alone(string state, string status, string reason)
    {
        var plan = First.WithContainer("shop-worker-2", c => c with { State = state, Status = status }).Plan();

        plan.Context.Changing.Select(s => $"{s.Name}: {s.Reason}").ShouldBe([$"worker: {reason}"]);
        Commands(plan, "Switch").ShouldBe(["docker start shop-worker-3", "await shop-worker-3", "docker stop shop-worker-2, which ends beside the rest"]);
        Commands(plan, "Retire").ShouldBe(["docker stop shop-worker-2", "docker rm shop-worker-2"]);
    }

    [Fact]
    public void Hooks_of_replicas_are_said_not_to_run() =>
        Scene.Shop(compose: json => json.Replace("\"worker\": {", "\"worker\": {\"post_start\": [{\"command\": [\"warm-up\"]}], ", StringComparison.Ordinal))
            .Plan().Warnings.ShouldContain(w => w.StartsWith("the hooks of worker (post_start, pre_stop) are not run", StringComparison.Ordinal));

    [Fact]
    public void Too_many_replicas_become_fewer()
    {
        var fewer = Scene.Shop(compose: json => json.Replace("\"replicas\": 2", "\"replicas\": 1", StringComparison.Ordinal)).Application;

        var plan = First.With(fewer).Plan();

        Commands(plan, "StartSlot").ShouldBeEmpty();
        Commands(plan, "Switch").ShouldBe(["docker stop shop-worker-2, which ends beside the rest"]);
        Commands(plan, "Retire").ShouldBe(["docker stop shop-worker-2", "docker rm shop-worker-2"]);
    }

    [Fact]
    public void Old_replicas_are_kept_stopped_for_one_release()
    {
        var third = Later(Second).With(Working("hardest")).Plan(Named("three"));

        Commands(third, "StartSlot")[0].ShouldBe("docker rm shop-worker-1 shop-worker-2");
        Commands(third, "Retire").ShouldBe(["docker stop shop-worker-3", "docker stop shop-worker-4"]);
    }

    [Fact]
    public void Old_replicas_are_removed_where_nothing_is_kept_warm()
    {
        var scene = Later(Scene.Shop(y => y + "keep-warm: false\n").Deploy(Named("one")));
        var changed = Scene.Shop(y => y + "keep-warm: false\n", Harder("harder")).Application;

        Commands(scene.With(changed).Plan(Named("two")), "Retire").ShouldContain("docker rm shop-worker-1 shop-worker-2");
    }

    [Fact]
    public void A_deployment_that_fails_puts_the_old_replicas_back()
    {
        var plan = Later(First).With(Working("harder")).Plan(Named("two"));

        Commands(plan.Of("Watch").Undo).ShouldBe(
        [
            "start again, as far as they were stopped: shop-worker-1 shop-worker-2", "docker stop shop-worker-3", "docker stop shop-worker-4",
            "docker rm shop-worker-3 shop-worker-4",
        ]);
    }

    [Fact]
    public void A_rollback_takes_the_workers_back_one_by_one_after_the_users()
    {
        var both = Later(First).With(Scene.Shop(compose: j => Harder("harder")(j).Replace("\"4000\"", "\"4000\", \"4001\"", StringComparison.Ordinal)).Application).Deploy(Named("two"));

        var commands = Commands(both.RollBack(), "Switch");

        commands[0].ShouldStartWith("docker exec shop-slipway-proxy-1");
        commands.Skip(2).ShouldBe(
        [
            "docker start shop-worker-1", "await shop-worker-1", "docker stop shop-worker-3, which ends beside the rest",
            "docker start shop-worker-2", "await shop-worker-2", "docker stop shop-worker-4, which ends beside the rest",
        ]);
    }

    [Fact]
    public void A_release_of_workers_alone_is_rolled_back_alone()
    {
        var plan = Second.RollBack();

        (plan.Context.Release, plan.Context.Changing.Single().Name).ShouldBe(("one", "worker"));
        Commands(plan.Of("Switch").Undo).ShouldBe(
            ["start again, as far as they were stopped: shop-worker-3 shop-worker-4", "docker stop shop-worker-1", "docker stop shop-worker-2"]);
    }

    [Fact]
    public void After_a_rollback_the_workers_go_on_with_what_was_there_when_it_is_deployed_again()
    {
        var back = Second.With(o => o with
        {
            Containers = [.. o.Containers.Select(c => c.ComposeService != "worker" ? c : c.State == "exited" ? c with { State = "running", Status = "Up" } : c with { State = "exited", Status = "Exited (0)" })],
        });

        Commands(back.Plan(Named("two")), "Switch").ShouldBe(
        [
            "docker start shop-worker-4", "await shop-worker-4", "docker stop shop-worker-1, which ends beside the rest",
            "docker start shop-worker-3", "await shop-worker-3", "docker stop shop-worker-2, which ends beside the rest",
        ]);
    }

    [Fact]
    public void Replicas_that_somebody_stopped_are_none_to_go_back_to()
    {
        static Scene Stopped(Scene scene) => scene.With(o => o with
        {
            Containers = [.. o.Containers.Select(c => c.ComposeService == "worker" ? c with { State = "exited", Status = "Exited (0)" } : c)],
        });

        Should.Throw<SlipwayException>(() => Stopped(First).RollBack()).Code.ShouldBe(ExitCode.NoRollback);
        Stopped(Second).RollBack().Context.Release.ShouldBe("one");
    }

    [Fact]
    public void A_rollback_without_the_old_replicas_is_refused()
    {
        var gone = Second.With(o => o with { Containers = [.. o.Containers.Where(c => c.State != "exited")] });

        var error = Should.Throw<SlipwayException>(() => Both(gone).RollBack());

        (error.Code, error.Message.Split(Environment.NewLine)[0]).ShouldBe((ExitCode.NoRollback, "no rollback: the replicas of worker that worked before two are gone"));
    }

    [Fact]
    public void A_worker_that_is_new_stays_at_a_rollback_and_that_is_said()
    {
        var gone = Both(Second.With(o => o with
        {
            Containers = [.. o.Containers.Where(c => c.State != "exited")],
            Images = o.Images.Where(i => i.Key != "slipway/shop-worker:one").ToDictionary(i => i.Key, i => i.Value, StringComparer.Ordinal),
        }));

        var plan = gone.RollBack();

        plan.Context.Changing.Select(s => s.Name).ShouldBe(["web"]);
        plan.Warnings.ShouldContain("worker stays at two: it was not there before");
    }

    [Fact]
    public void A_kept_release_is_all_of_its_services()
    {
        var plan = Later(Second).Plan(new DeploymentRequest { Release = "one", Kept = true });

        plan.Refusals.ShouldBeEmpty();
        ServiceIn(plan.Context.Overlay!.Text, "worker").ShouldContain("image: slipway/shop-worker:");

        var gone = Second.With(o => o with { Images = o.Images.Where(i => i.Key != "slipway/shop-worker:one").ToDictionary(i => i.Key, i => i.Value, StringComparer.Ordinal) });
        Should.Throw<SlipwayException>(() => gone.Plan(new DeploymentRequest { Release = "one", Kept = true })).Message
            .ShouldStartWith("no rollback: the release one is not complete any more: the image of worker is gone");
    }

    // As if release two had also replaced web.
    private static Scene Both(Scene scene) => scene.With(o => o with
    {
        Containers =
        [
            .. o.Containers.Where(c => c.ComposeService != "web-blue"),
            .. o.Containers.Where(c => c.ComposeService == "web-blue").SelectMany(c => new[]
            {
                c with { Name = "shop-web-green-1", ComposeService = "web-green", Labels = Changed(c.Labels, Labels.Slot, "green") },
                c with { Created = o.Engine.Now, Labels = Changed(c.Labels, Labels.Release, "two") },
            }),
        ],
    });

    private static Dictionary<string, string> Changed(IReadOnlyDictionary<string, string> labels, string key, string value) =>
        new(labels, StringComparer.Ordinal) { [key] = value };

    private static Scene Built() => Scene.Shop(compose: json => json
        .Replace("\"image\": \"registry.example/shop-api:1\",\n      \"networks\": {\n        \"default\": null\n      }\n    }\n  }", "\"build\": {\"context\": \"/app\", \"dockerfile\": \"Dockerfile\"}, \"networks\": {\"default\": null}}}", StringComparison.Ordinal));

    private static Deployment.Configuration.Application Working(string how) => Scene.Shop(compose: Harder(how)).Application;

    private static Func<string, string> Harder(string how) => json => json.Replace("\"work\"", $"\"work-{how}\"", StringComparison.Ordinal);

    private static Scene Later(Scene scene) => scene.WithSources("source-1");

    private static DeploymentRequest Named(string release) => new() { Release = release };

    private static string ServiceIn(string overlay, string service)
    {
        var lines = overlay.Split('\n').SkipWhile(l => l != $"  {service}:").ToList();
        return string.Join('\n', lines.Take(1).Concat(lines.Skip(1).TakeWhile(l => l.StartsWith("    ", StringComparison.Ordinal))));
    }

    private static List<string> Commands(DeploymentPlan plan, string phase) => Commands(plan.Of(phase).Steps);

    private static List<string> Commands(IEnumerable<Step> steps) => [.. steps.Select(s => s.Command)];
}
