using Slipway.Deployment.Planning;
using Slipway.Deployment.Status;

namespace Slipway.Deployment.Tests.Planning;

/// <summary>What is old gives up its name and address at once, and ends beside the rest.</summary>
public sealed class GivingWaySpecs
{
    private const string Bot = "hello-bot-bot-blue-1";

    private static readonly Scene Third = Scene.HelloBot().Deploy().WithSources("source-2").Deploy().WithSources("source-3");

    private static readonly string Ending = Third.Observation.Containers.Single(c => c.Name == Bot).EndingName;

    [Fact]
    public void What_is_warm_ends_while_the_new_one_is_created_and_started()
    {
        var plan = Third.Plan();

        Commands(plan, "StartSlot").ShouldBe(
        [
            $"docker rename {Bot} {Ending}",
            "& docker rm --force --volumes hello-bot-poller-blue-1",
            $"docker network disconnect hello-bot_slots {Ending}; docker stop {Ending}, which ends beside the rest",
            "& docker compose -p hello-bot -f compose.yaml -f .slipway/slots.yaml up --no-start --no-deps --no-build --no-recreate --scale bot-blue=2 bot-blue poller-blue",
            $"docker rename hello-bot-bot-blue-2 {Bot}",
            $"docker start {Bot}",
        ]);
        Commands(plan, "CleanUp").ShouldContain($"docker rm --volumes {Ending}, once ended");
    }

    [Fact]
    public void The_next_number_is_compose_s_own()
    {
        var plan = Third.WithContainer(Bot, c => c with { Labels = new Dictionary<string, string>(c.Labels) { ["com.docker.compose.container-number"] = "7" } }).Plan();

        Commands(plan, "StartSlot").ShouldContain($"docker rename hello-bot-bot-blue-8 {Bot}");
    }

    [Fact]
    public void What_has_hooks_ends_before_the_new_one_is_made()
    {
        var hooked = Scene.Shop(compose: Hooked("work"));
        var third = hooked.Deploy(new() { Release = "one" }).With(Scene.Shop(compose: Hooked("1")).Application).Deploy(new() { Release = "two" })
            .With(Scene.Shop(compose: Hooked("2")).Application);

        Commands(third.Plan(), "StartSlot").Take(3).ShouldBe(
        [
            "docker stop shop-web-blue-1",
            "docker rm --force --volumes shop-web-blue-1",
            "docker compose -p shop -f compose.yaml -f .slipway/slots.yaml up --no-start --no-deps --no-build web-blue",
        ]);
    }

    [Fact]
    public void A_run_that_fails_removes_the_new_one_whatever_its_name_is_by_then() =>
        Third.Plan().Of("StartSlot").Undo.Select(s => s.Command)
            .ShouldBe([$"docker rm --force {Bot} hello-bot-poller-blue-1 hello-bot-bot-blue-2"]);

    [Theory]
    [InlineData("running", true)]
    [InlineData("exited", false)]
    public void What_a_killed_run_left_to_end_is_ended_and_removed_by_the_next(string state, bool ends)
    {
        var left = Left(state);
        var plan = left.WithSources("source-3").Plan();

        Commands(plan, "PrepareEnvironment").Any(c => c.Contains($"docker stop {Ending}", StringComparison.Ordinal)).ShouldBe(ends);
        Commands(plan, "StartSlot").ShouldContain(c => c.EndsWith("--no-recreate --scale bot-blue=2 bot-blue poller-blue", StringComparison.Ordinal));
        Commands(plan, "StartSlot").ShouldContain($"docker rename hello-bot-bot-blue-2 {Bot}");
        Commands(plan, "CleanUp").ShouldContain($"docker rm --volumes {Ending}, once ended");
        left.Plan().Context.ChangesAnything.ShouldBe(ends, "what has ended harms nobody, and is no reason for a deployment");
        left.Plan().Context.Changing.ShouldBeEmpty();
    }

    [Fact]
    public void A_new_container_that_a_killed_run_gave_no_name_is_made_again()
    {
        var made = Third.Observation.Containers.Single(c => c.Name == Bot) with { Id = "another", Name = "hello-bot-bot-blue-2", State = "created" };
        var plan = Left("exited").With(o => o with { Containers = [.. o.Containers, made] }).WithSources("source-3").Plan();

        Commands(plan, "StartSlot")[0].ShouldBe("docker rm --force --volumes hello-bot-bot-blue-2");
        Commands(plan, "StartSlot").ShouldContain($"docker rename hello-bot-bot-blue-2 {Bot}");
    }

    [Fact]
    public void A_rollback_lets_end_what_was_left()
    {
        var warm = Third.Observation.Containers.Single(c => c.Name == Bot);
        var plan = Left("running").With(o => o with { Containers = [.. o.Containers, warm with { Id = "another" }] }).RollBack();

        Commands(plan, "PrepareEnvironment").ShouldHaveSingleItem().ShouldContain($"docker stop {Ending}");
        Commands(plan, "CleanUp").ShouldBe([$"docker rm --volumes {Ending}, once ended"]);
    }

    [Fact]
    public void The_image_of_what_still_ends_is_kept_for_as_long()
    {
        var scene = Scene.HelloBot(y => y + "keep-releases: 2\n").Deploy().WithSources("source-2").Deploy().WithSources("source-3");
        var first = scene.Observation.Containers.Single(c => c.Name == Bot);
        var image = scene.Observation.Images.Values.First(i => i.Id == first.ImageId);

        Commands(scene.Plan(), "CleanUp").Where(c => c.StartsWith("docker image rm", StringComparison.Ordinal))
            .ShouldAllBe(c => image.Tags.Any(t => !c.Contains(t, StringComparison.Ordinal)));
    }

    [Fact]
    public void Status_names_what_ends() => Left("running").Plan().Context.Observation.AllContainers.Where(c => c.IsEnding)
        .Select(c => ContainerRole.Of(Left("running").Plan().Context, c)).ShouldBe(["ends"]);

    [Fact]
    public void Services_with_replicas_are_replaced_side_by_side()
    {
        var plan = Workers("\"other\": {}, ");

        Commands(plan, "Switch").ShouldBe(
        [
            "docker start shop-worker-3", "> await shop-worker-3", "> docker stop shop-worker-1, which ends beside the rest",
            "> docker start shop-worker-4", "> await shop-worker-4", "> docker stop shop-worker-2, which ends beside the rest",
            "& docker start shop-mailer-2", "> await shop-mailer-2", "> docker stop shop-mailer-1, which ends beside the rest",
        ]);
        Commands(plan, "Retire").ShouldBe(["docker stop shop-worker-1", "& docker stop shop-worker-2", "& docker stop shop-mailer-1"]);
    }

    [Fact]
    public void A_service_with_replicas_is_replaced_after_one_that_it_waits_for() =>
        Commands(Workers("\"depends_on\": {\"worker\": {\"condition\": \"service_started\"}}, "), "Switch").ShouldContain("docker start shop-mailer-2");

    [Fact]
    public void What_runs_once_only_is_handed_over_beside_the_switch_and_starts_as_soon_as_the_old_one_has_ended()
    {
        var switching = Commands(Third.Plan(), "Switch");

        switching[0].ShouldStartWith("docker exec hello-bot-proxy-1");
        switching.Skip(1).ShouldBe(["& docker stop hello-bot-poller-green-1", "> docker start hello-bot-poller-blue-1", "> await hello-bot-poller-blue-1"]);
    }

    // A shop with a second service with replicas, of which both change.
    private static DeploymentPlan Workers(string entry)
    {
        return Shop("work").Deploy(new() { Release = "one" }).With(Shop("work-harder").Application).WithSources("source-1").Plan(new() { Release = "two" });

        Scene Shop(string how) => Scene.Shop(
            y => y + "  mailer: {strategy: rolling}\n",
            json => json.Replace("\"work\"", $"\"{how}\"", StringComparison.Ordinal).Replace(
                "\"worker\": {",
                $"\"mailer\": {{{entry}\"image\": \"registry.example/shop-api:1\", \"command\": [\"{how}\"], \"networks\": {{\"default\": null}}}}, \"worker\": {{",
                StringComparison.Ordinal));
    }

    // As if a run had been killed that let end what was in the blue slot, where nothing else is yet.
    private static Scene Left(string state)
    {
        var old = Third.Observation.Containers.Single(c => c.Name == Bot);
        return Third.WithSources("source-2").With(o => o with
        {
            Containers = [.. o.Containers.Where(c => c != old)],
            Ending =
            [
                old with
                {
                    Name = Ending,
                    State = state,
                    Addresses = new Dictionary<string, System.Net.IPAddress>(),
                    Labels = new Dictionary<string, string>(old.Labels) { ["com.docker.compose.container-number"] = "1" },
                },
            ],
        });
    }

    private static Func<string, string> Hooked(string how) => json =>
        json.Replace("\"web\": {", $"\"web\": {{\"post_start\": [{{\"command\": [\"{how}\"]}}], ", StringComparison.Ordinal);

    private static List<string> Commands(DeploymentPlan plan, string phase) =>
        [.. plan.Of(phase).Steps.Select(s => (s.Then ? "> " : s.Parallel ? "& " : string.Empty) + s.Command)];
}
