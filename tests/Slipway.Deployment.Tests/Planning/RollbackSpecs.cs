using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Changes;
using Slipway.Deployment.Planning.Steps;
using Slipway.Deployment.Proxies;
using Slipway.Deployment.Slots;
using Slipway.Engine.Addresses;
using Slipway.Engine.Errors;
using Slipway.Engine.Locks;

namespace Slipway.Deployment.Tests.Planning;

/// <summary>The way back.</summary>
public sealed class RollbackSpecs
{
    private static readonly Scene Twice = Scene.HelloBot().Deploy(Named("one")).WithSources("source-2").Deploy(Named("two"));

    [Fact]
    public void The_warm_slot_is_asked_before_it_serves_again()
    {
        var plan = Twice.RollBack();

        (plan.Context.Release, plan.Context.Changing.First().Incumbent!.Release).ShouldBe(("one", "two"));
        Commands(plan).ShouldBe(
        [
            "Lock: lock hello-bot",
            $"AwaitReady: {Steps(plan).OfType<AwaitReadyStep>().Single().Command}",
            "Switch: docker exec hello-bot-proxy-1 rm -f /slots/bot.green",
            "Switch: & docker stop hello-bot-poller-green-1",
            "Switch: confirm bot=blue at hello-bot-proxy-1",
            "Switch: & docker start hello-bot-poller-blue-1",
            $"Retire: docker tag {ImageOf(Twice, "two")} slipway-served/hello-bot-bot:two",
            $"Retire: & docker tag {ImageOf(Twice, "two")} slipway-served/hello-bot-poller:two",
            "Rollback: unlock hello-bot",
        ]);
        Steps(plan).OfType<AwaitReadyStep>().Single().Container.ShouldBe("hello-bot-bot-blue-1");
    }

    [Fact]
    public void What_a_killed_deployment_left_in_the_other_slot_is_nothing_to_go_back_to()
    {
        var killed = Twice.With(o => o with { Leases = [new LeaseObservation("lease", "somebody@elsewhere, process 7", "Deploy of release one", "elsewhere|7|1", o.Engine.Now.AddMinutes(-5), [])] });

        Refused(killed).ShouldContain("the deployment of one, which is in the other slot, did not end: it never served");
    }

    [Fact]
    public void A_rollback_that_fails_switches_back_and_hands_the_poller_over_again() =>
        Twice.RollBack().Of("Switch").Undo.Select(s => s.Command).ShouldBe(
            ["docker exec hello-bot-proxy-1 touch /slots/bot.green", "docker stop hello-bot-poller-blue-1", "start again, as far as they were stopped: hello-bot-poller-green-1"]);

    [Fact]
    public void What_runs_once_only_is_not_stopped_before_the_lock_is_held()
    {
        var changed = Scene.HelloBot(compose: json => json.Replace("app.poller", "app.other", StringComparison.Ordinal)).Application;
        var scene = Scene.HelloBot().Deploy(Named("one")).With(o => o with { Engine = o.Engine with { Now = o.Engine.Now.AddMinutes(1) } }).With(changed).Deploy(Named("two"));

        var steps = Steps(scene.RollBack()).ToList();

        steps.TakeWhile(s => s is not ContainerStep).ShouldHaveSingleItem().ShouldBeOfType<TakeLockStep>();
        steps.OfType<ContainerStep>().First().Parallel.ShouldBeFalse();
    }

    [Fact]
    public void Only_what_the_newest_release_replaced_goes_back()
    {
        var changed = Scene.Shop(compose: json => json.Replace("\"4000\"", "\"4000\", \"4001\"", StringComparison.Ordinal)).Application;
        var scene = Scene.Shop().Deploy(Named("one")).With(o => o with { Engine = o.Engine with { Now = o.Engine.Now.AddMinutes(1) } }).With(changed).Deploy(Named("two"));

        var plan = scene.RollBack();

        Steps(plan).OfType<ConfirmSlotStep>().Single().Slots.Keys.ShouldBe(["api"]);
    }

    [Fact]
    public void After_the_first_deployment_there_is_nothing_to_go_back_to() =>
        Refused(Scene.HelloBot().Deploy()).ShouldStartWith("no rollback: hello-bot has no release before this one in a slot");

    [Fact]
    public void An_empty_host_has_nothing_to_go_back_to() =>
        Refused(Scene.HelloBot()).ShouldStartWith("no rollback: hello-bot has no release before this one in a slot");

    [Fact]
    public void A_slot_that_died_is_no_warm_slot()
    {
        var scene = Twice.WithContainer("hello-bot-bot-blue-1", c => c with { State = "exited" });

        Refused(scene).ShouldBe(
            $"no rollback: hello-bot-bot-blue-1, which served before, is exited{Environment.NewLine}  -> these releases are kept and can be started again with --release=NAME: one");
    }

    [Fact]
    public void A_sick_slot_is_no_warm_slot() =>
        Refused(Twice.WithContainer("hello-bot-bot-blue-1", c => c with { Status = "Up 1 minute (unhealthy)" })).ShouldContain("is unhealthy");

    [Fact]
    public void The_schema_may_forbid_it()
    {
        var scene = Scene.HelloBot().Deploy(Named("one")).WithSources("source-2")
            .WithMigrations(Migrations.Create, Migrations.Expand, Migrations.Contract)
            .Deploy(Named("two") with { AllowContracting = true });

        Refused(scene).ShouldContain(
            "the database is at revision 0003, and revision 0003 took away what one (revision 0002) uses");
    }

    [Fact]
    public void A_schema_that_only_grew_does_not_forbid_it()
    {
        var scene = Scene.HelloBot().WithMigrations(Migrations.Create).Deploy(Named("one")).WithSources("source-2")
            .WithMigrations(Migrations.Create, Migrations.Expand).Deploy(Named("two"));

        scene.RollBack().Context.Release.ShouldBe("one");
    }

    [Fact]
    public void A_schema_that_no_release_knows_forbids_it() =>
        Refused(Twice.WithSchema("0099")).ShouldContain("the database is at revision 0099, which neither one nor any release on the engine knows");

    [Fact]
    public void A_kept_release_is_started_again_without_building_or_migrating()
    {
        var scene = Twice.WithSources("source-3").Deploy(Named("three"));

        var plan = scene.Plan(new DeploymentRequest { Release = "one", Kept = true });

        plan.Refusals.ShouldBeEmpty();
        plan.Of("PullOrBuild").Steps.ShouldAllBe(s => s.Purpose == "it has served");
        plan.Of("Migrate").IsEmpty.ShouldBeTrue();
        plan.Context.Overlay!.Text.ShouldContain("image: slipway/hello-bot-bot:one");
    }

    [Fact]
    public void Releases_are_kept_as_long_as_asked_for()
    {
        var scene = Scene.HelloBot(y => y + "keep-releases: 3\n");
        for (var release = 1; release <= 5; release++)
        {
            scene = scene.WithSources($"source-{release}").Deploy(Named($"r{release}"));
        }

        // r6 is deployed, r5 stays warm, and r4, whose slot r6 takes, is the third.
        var plan = scene.WithSources("source-6").Plan(Named("r6"));

        plan.Of("CleanUp").Steps[^1].Command.ShouldBe(
            "docker image rm slipway-served/hello-bot-bot:r3 slipway-served/hello-bot-poller:r3 slipway/hello-bot-bot:r3 slipway/hello-bot-poller:r3");
        KeptReleases.Complete(plan.Context).ShouldBe(["r5", "r4", "r3"]);
    }

    [Fact]
    public void What_was_started_and_never_served_is_nothing_to_go_back_to()
    {
        var rejected = Rejected(Scene.HelloBot().Deploy(Named("one")), "two");

        Refused(rejected).ShouldBe($"no rollback: two, which is in the other slot, never served{Environment.NewLine}  -> deploy a good release instead");
        Should.Throw<SlipwayException>(() => rejected.Plan(new DeploymentRequest { Release = "two", Kept = true })).Message.ShouldContain("the release two never served");
        StatusText(rejected).ShouldSatisfyAllConditions(s => s.ShouldContain("ready, never served"), s => s.ShouldContain("Rollback: nothing to go back to"));
    }

    [Fact]
    public void However_many_deployments_fail_the_good_releases_stay()
    {
        var scene = Scene.HelloBot(y => y + "keep-releases: 3\n").Deploy(Named("one")).WithSources("source-2").Deploy(Named("two")).WithSources("source-3").Deploy(Named("three"));
        for (var i = 4; i < 8; i++)
        {
            scene = Rejected(scene, $"r{i}");
        }

        KeptReleases.Complete(scene.Plan(Named("r8")).Context).ShouldBe(["three", "two"]);
    }

    // A deployment that ends, in whatever way, before its switch.
    private static Scene Rejected(Scene scene, string release)
    {
        var before = scene.WithSources($"source-of-{release}");
        return before.Deploy(Named(release)).With(o => o with
        {
            Gateways = before.Observation.Gateways,
            Containers = [.. o.Containers.Select(c => c.Service == "poller" ? Poller(c, release) : c)],
        });
    }

    private static ContainerObservation Poller(ContainerObservation container, string rejected) => container.Release == rejected
        ? container with { State = "created", Status = "Created" }
        : container with { State = "running", Status = "Up 1 minute" };

    private static string StatusText(Scene scene) => Deployment.Status.StatusText.Write(scene.Plan().Context, new LocalConnection("/var/run/docker.sock"));

    private static string ImageOf(Scene scene, string release) => scene.Observation.Images[$"slipway/hello-bot-bot:{release}"].Id;

    private static DeploymentRequest Named(string release) => new() { Release = release };

    private static IEnumerable<Step> Steps(DeploymentPlan plan) => plan.Phases.SelectMany(p => p.Steps);

    private static IEnumerable<string> Commands(DeploymentPlan plan) =>
        plan.Phases.SelectMany(p => p.Steps.Select(s => $"{p.Name}: {(s.Parallel && s != p.Steps[0] ? "& " : string.Empty)}{s.Command}"));

    private static string Refused(Scene scene)
    {
        var error = Should.Throw<SlipwayException>(() => scene.RollBack());
        error.Code.ShouldBe(ExitCode.NoRollback);
        return error.Message;
    }
}
