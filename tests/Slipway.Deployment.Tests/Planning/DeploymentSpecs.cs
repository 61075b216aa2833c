using Slipway.Deployment.Backups;
using Slipway.Deployment.Migrations;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Gateways;
using Slipway.Deployment.Proxies;
using Slipway.Engine.Locks;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Tests.Planning;

/// <summary>What is planned for a host in each state that it can be in.</summary>
public sealed class DeploymentSpecs
{
    [Fact]
    public void On_an_empty_host_everything_is_started_in_the_blue_slot()
    {
        var plan = Scene.HelloBot().Plan();

        plan.Refusals.ShouldBeEmpty();
        plan.Context.Changing.Select(s => $"{s.Name} {s.Target.Name()} {s.Reason}").ShouldBe(["bot blue first deployment", "poller blue first deployment"]);
        Commands(plan, "PullOrBuild")[0].ShouldEndWith(" build bot");
        Commands(plan, "PrepareEnvironment").ShouldBe([Compose("up -d --no-deps --wait db"), Compose("up -d --no-deps proxy")]);
        plan.Of("Backup").Reason.ShouldBe("once the database runs");
        plan.Of("Migrate").Steps.Select(s => s.GetType()).ShouldBe([typeof(CheckSchemaStep), typeof(BackupStep), typeof(MigrateStep)]);
    }

    [Fact]
    public void A_deployed_application_needs_no_further_deployment()
    {
        var plan = Scene.HelloBot().Deploy().Plan();

        plan.Context.ChangesAnything.ShouldBeFalse();
        plan.Phases.ShouldAllBe(p => p.IsEmpty && p.Reason == "nothing changed");
    }

    [Fact]
    public void New_sources_are_built_and_go_to_the_slot_that_does_not_serve()
    {
        var plan = Scene.HelloBot().Deploy().WithSources("source-2").Plan();

        plan.Context.Changing.Select(s => $"{s.Name} {s.Target.Name()} {s.Reason}").ShouldBe(["bot green sources changed", "poller green sources changed"]);
        plan.Of("Migrate").IsEmpty.ShouldBeTrue();
        plan.Of("PrepareEnvironment").IsEmpty.ShouldBeTrue();
        Commands(plan, "StartSlot").ShouldBe([Compose("up --no-start --no-deps --no-build bot-green poller-green"), "docker start hello-bot-bot-green-1"]);
        Commands(plan, "Switch").ShouldContain("docker stop hello-bot-poller-blue-1");
    }

    [Theory]
    [InlineData("running")]
    [InlineData("paused")]
    public void What_must_run_once_only_and_was_started_twice_by_hand_is_stopped_again(string state)
    {
        var scene = Scene.HelloBot().Deploy().WithSources("source-2").Deploy().WithContainer("hello-bot-poller-blue-1", c => c with { State = state });

        var plan = scene.Plan();

        plan.Context.Changing.ShouldBeEmpty();
        plan.Phases.SelectMany(p => p.Steps).Select(s => s.Command).Where(c => c.StartsWith("docker stop", StringComparison.Ordinal))
            .ShouldBe(["docker stop hello-bot-poller-blue-1"]);
        scene.WithContainer("hello-bot-poller-blue-1", c => c with { State = "exited" }).Plan().Context.ChangesAnything.ShouldBeFalse();
    }

    [Fact]
    public void A_release_is_watched_for_as_long_as_is_asked_for()
    {
        var watched = Scene.HelloBot(settings: yaml => yaml + "watch: 1m30s\nwatch-failures: 2\n");

        Commands(watched.Plan(), "Watch").ShouldBe(["confirm bot=blue at hello-bot-proxy-1", "watch bot=blue for 90 s, 2 requests may fail"]);
        Commands(Scene.HelloBot().Plan(), "Watch").ShouldBe(["confirm bot=blue at hello-bot-proxy-1"]);
    }

    [Fact]
    public void A_database_that_somebody_took_off_its_network_comes_back_before_anything_asks_for_it()
    {
        var deployed = Scene.HelloBot().Deploy();
        var network = deployed.Application.Compose.Networks.Single(n => n.Key == "default").RealName;

        var plan = deployed.WithContainer("hello-bot-db-1", c => c with { Networks = [] }).Plan();

        Commands(plan, "PrepareEnvironment").ShouldBe([$"docker network connect --alias db {network} hello-bot-db-1"]);
        deployed.WithContainer("hello-bot-db-1", c => c with { Networks = [network] }).Plan().Context.ChangesAnything.ShouldBeFalse();
    }

    [Fact]
    public void A_changed_configuration_needs_no_image()
    {
        var scene = Scene.HelloBot().Deploy();
        var changed = Scene.HelloBot(compose: json => json.Replace("app.poller", "app.other", StringComparison.Ordinal)).Application;

        var plan = scene.With(changed).Plan();

        plan.Context.Changing.Select(s => $"{s.Name}: {s.Reason}").ShouldBe(["poller: configuration changed"]);
        Commands(plan, "PullOrBuild").ShouldAllBe(c => c.StartsWith("docker tag", StringComparison.Ordinal));
        Commands(plan, "StartSlot").ShouldBe([Compose("up --no-start --no-deps --no-build poller-green")]);
    }

    [Fact]
    public void Slots_that_wait_for_each_other_are_started_one_after_the_other()
    {
        var plan = Shop("\"depends_on\": {\"api\": {\"condition\": \"service_healthy\"}}").Plan();

        var started = plan.Of("StartSlot").Steps.Where(s => s.Command.StartsWith("docker start", StringComparison.Ordinal)).ToList();
        started.Select(s => $"{s.Command} {s.Parallel}").ShouldBe(["docker start shop-api-blue-1 False", "docker start shop-web-blue-1 False"]);
    }

    [Fact]
    public void Slots_with_hooks_are_started_by_compose() => Commands(Hooked().Plan(), "StartSlot").ShouldBe(
    [
        "docker compose -p shop -f compose.yaml -f .slipway/slots.yaml up --no-start --no-deps --no-build web-blue api-blue",
        "docker compose -p shop -f compose.yaml -f .slipway/slots.yaml up --no-start --no-deps --no-build --no-recreate --scale worker=2 worker",
        "docker start shop-api-blue-1",
        "docker compose -p shop -f compose.yaml -f .slipway/slots.yaml up -d --no-deps --no-build web-blue",
    ]);

    [Fact]
    public void An_image_that_was_built_before_is_not_built_again()
    {
        var scene = Scene.HelloBot().Deploy().WithSources("source-2").Deploy().WithSources("source-1");

        var plan = scene.Plan();

        plan.Context.Changing.Select(s => s.Reason).Distinct().ShouldBe(["new image"]);
        Commands(plan, "PullOrBuild").ShouldNotContain(c => c.Contains(" build ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_warm_slot_is_drained_before_it_is_used_again()
    {
        var scene = Scene.HelloBot().Deploy().WithSources("source-2").Deploy().WithSources("source-3");

        var plan = scene.Plan();

        plan.Of("PrepareEnvironment").Steps.ShouldHaveSingleItem().ShouldBeOfType<DrainStep>().Command.ShouldBe("drain bot-blue");
    }

    [Fact]
    public void An_old_slot_that_is_not_kept_warm_is_drained_before_it_is_removed()
    {
        var scene = Scene.HelloBot(y => y + "keep-warm: false\n").Deploy().WithSources("source-2");

        var steps = scene.Plan().Of("Retire").Steps;

        steps.Select(s => s.Command).ShouldBe(["drain bot-blue", Compose("rm --stop --force bot-blue poller-blue")]);
    }

    [Fact]
    public void What_plain_compose_started_is_taken_over_and_removed_at_the_end()
    {
        var plain = Scene.HelloBot().Deploy().With(o => o with
        {
            Containers = [.. o.Containers.Select(c => c with
            {
                Name = c.Name.Replace("-blue", string.Empty, StringComparison.Ordinal),
                ComposeService = c.ComposeService.Replace("-blue", string.Empty, StringComparison.Ordinal),
                Labels = new Dictionary<string, string>(),
            })],
            Gateways = [],
        });

        var plan = plain.Plan();

        plan.Context.Changing.Select(s => s.Reason).Distinct().ShouldBe(["taken over from plain compose"]);
        plan.Context.Environment.Raised.Single().Action.ShouldBe(GatewayAction.Replace);
        plan.Warnings.ShouldContain("the proxy proxy is replaced (it is not Slipway's), which interrupts traffic for a second or more");
        Commands(plan, "PrepareEnvironment").ShouldBeEmpty("the old proxy serves until the slots are ready");
        Commands(plan, "SmokeTest").ShouldBeEmpty();
        Commands(plan, "Switch").Take(3).ShouldBe(["docker stop -t 1 hello-bot-proxy-1", "docker rm hello-bot-proxy-1", Compose("up -d --no-deps proxy")]);
        Commands(plan, "Switch").ShouldContain("docker stop hello-bot-bot-1");
        Commands(plan, "Retire").ShouldBe(["docker stop hello-bot-bot-1 hello-bot-poller-1", "docker rm hello-bot-bot-1 hello-bot-poller-1"]);
    }

    [Fact]
    public void The_lock_of_a_killed_run_is_removed_even_if_nothing_else_changed()
    {
        var scene = Scene.HelloBot().Deploy().With(o => o with
        {
            Leases = [new LeaseObservation("lease", "somebody@elsewhere, process 7", "Deploy", "elsewhere|7|1", o.Engine.Now - TimeSpan.FromMinutes(5), ["slipway-lock-0"])],
        });

        var plan = scene.Plan();

        plan.Phases.Where(p => !p.IsEmpty).Select(p => p.Name).ShouldBe(["Preflight", "Lock", "Deploy"]);
        plan.Of("Lock").Reason.ShouldBe("removes the lock of a run that was killed");
    }

    [Fact]
    public void A_warm_slot_that_holds_the_release_is_not_drained_since_it_goes_on()
    {
        var back = Scene.HelloBot().WithSources("one").Deploy().WithSources("two").Deploy().WithSources("one").Plan();
        var on = Scene.HelloBot().WithSources("one").Deploy().WithSources("two").Deploy().WithSources("three").Plan();

        back.Context.Changing.ShouldNotBeEmpty();
        back.Of("PrepareEnvironment").Steps.ShouldBeEmpty();
        on.Of("PrepareEnvironment").Steps.ShouldHaveSingleItem().Command.ShouldBe("drain bot-blue");
    }

    [Fact]
    public void A_container_that_died_is_replaced()
    {
        var scene = Scene.HelloBot().Deploy().WithContainer("hello-bot-bot-blue-1", c => c with { State = "exited", Status = "Exited (1) 2 minutes ago" });

        scene.Plan().Context.Changing.Select(s => $"{s.Name}: {s.Reason}").ShouldBe(["bot: its container is exited"]);
    }

    [Fact]
    public void A_sick_container_is_replaced()
    {
        var scene = Scene.HelloBot().Deploy().WithContainer("hello-bot-bot-blue-1", c => c with { Status = "Up 2 minutes (unhealthy)" });

        scene.Plan().Context.Changing.Select(s => $"{s.Name}: {s.Reason}").ShouldBe(["bot: its container is unhealthy"]);
    }

    [Fact]
    public void A_changed_database_is_left_alone_and_said_so()
    {
        var scene = Scene.HelloBot().Deploy().With(o => o with { ComposeHashes = new Dictionary<string, string> { ["db"] = "another" } });

        var plan = scene.Plan();

        plan.Context.ChangesAnything.ShouldBeFalse();
        plan.Warnings.ShouldHaveSingleItem().ShouldBe("the definition of db changed: it is left alone; --consent=db replaces it, which interrupts it");
    }

    [Fact]
    public void A_changed_database_is_replaced_with_consent()
    {
        var scene = Scene.HelloBot().Deploy().With(o => o with { ComposeHashes = new Dictionary<string, string> { ["db"] = "another" } });

        var plan = scene.Plan(new DeploymentRequest { Consents = new HashSet<string> { "db" } });

        Commands(plan, "PrepareEnvironment").ShouldBe([Compose("up -d --no-deps --wait db")]);
    }

    [Fact]
    public void A_changed_proxy_is_left_alone_without_consent()
    {
        var scene = Scene.HelloBot().Deploy();
        var changed = scene.With(Scene.HelloBot(compose: c => c.Replace("8080", "8088", StringComparison.Ordinal)).Application);

        changed.Plan().Context.Environment.Gateways.Single().IsLeftAlone.ShouldBeTrue();
        changed.Plan().Warnings.ShouldContain(w => w.Contains("--consent=proxy", StringComparison.Ordinal));
        Commands(changed.Plan(new DeploymentRequest { Consents = new HashSet<string> { "proxy" } }), "PrepareEnvironment").ShouldBe(
            ["docker stop -t 1 hello-bot-proxy-1", "docker rm hello-bot-proxy-1", Compose("up -d --no-deps proxy"), "docker exec hello-bot-proxy-1 rm -f /slots/bot.green"]);
    }

    [Fact]
    public void The_slot_that_serves_is_the_one_that_the_proxy_names()
    {
        var scene = Scene.HelloBot().Deploy().WithSources("source-2").Deploy();
        var rolledBack = scene.With(o => o with { Gateways = [o.Gateways[0] with { Slots = new Dictionary<string, Slot> { ["bot"] = Slot.Blue } }] });

        rolledBack.WithSources("source-3").Plan().Context.Services[0].Target.ShouldBe(Slot.Green);
    }

    [Fact]
    public void Replicas_are_replaced_one_after_the_other()
    {
        var changed = Scene.Shop(compose: json => json.Replace("\"work\"", "\"work-harder\"", StringComparison.Ordinal)).Application;

        var plan = Scene.Shop().Deploy().With(changed).Plan();

        plan.Context.Changing.Select(s => $"{s.Name}: {s.Reason}").ShouldBe(["worker: configuration changed"]);
        Commands(plan, "StartSlot").ShouldBe(
            ["docker compose -p shop -f compose.yaml -f .slipway/slots.yaml up --no-start --no-deps --no-build --no-recreate --scale worker=4 worker"]);
        Commands(plan, "Switch").ShouldBe(
        [
            "docker start shop-worker-3", "await shop-worker-3", "docker stop shop-worker-1, which ends beside the rest",
            "docker start shop-worker-4", "await shop-worker-4", "docker stop shop-worker-2, which ends beside the rest",
        ]);
        Commands(plan, "Retire").ShouldBe(["docker stop shop-worker-1", "docker stop shop-worker-2"], "nothing is left to end when the run does");
    }

    [Fact]
    public void Services_that_change_together_are_switched_in_one_act()
    {
        var switches = Commands(Scene.Shop().Plan(), "Switch").Where(c => c.StartsWith("docker exec", StringComparison.Ordinal));

        switches.ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.ShouldContain("web"), c => c.ShouldContain("api"));
    }

    [Fact]
    public void A_release_keeps_the_name_that_the_user_gave()
    {
        var plan = Scene.HelloBot().Plan(new DeploymentRequest { Release = "v1.2" });

        Commands(plan, "PullOrBuild").ShouldContain("docker tag hello-bot:dev slipway/hello-bot-bot:v1.2");
        plan.Context.Overlay!.Text.ShouldContain("slipway.release: v1.2");
    }

    private static Scene Hooked() => Shop("\"post_start\": [{\"command\": [\"warm-up\"]}]");

    private static Scene Shop(string entry) => Scene.Shop(compose: json => json.Replace("\"web\": {", $"\"web\": {{{entry}, ", StringComparison.Ordinal));

    private static List<string> Commands(DeploymentPlan plan, string phase) => [.. plan.Of(phase).Steps.Select(s => s.Command)];

    private static string Compose(string rest) => $"docker compose -p hello-bot -f compose.yaml -f .slipway/slots.yaml {rest}";
}
