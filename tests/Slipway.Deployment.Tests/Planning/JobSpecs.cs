using Slipway.Deployment.Planning;

namespace Slipway.Deployment.Tests.Planning;

/// <summary>Compose's own jobs: run for each release before anything of it starts, and again when they failed.</summary>
public sealed class JobSpecs
{
    [Fact]
    public void A_job_that_the_compose_file_waits_for_runs_before_the_new_slots()
    {
        var plan = Shop().Plan();

        Commands(plan, "Migrate").ShouldBe(
        [
            "docker compose -p shop -f compose.yaml -f .slipway/slots.yaml up --no-start --no-deps --no-build --force-recreate migrate",
            "docker start --attach shop-migrate-1",
        ]);
        plan.Of("Migrate").Reason.ShouldBe("migrate: once for this release");
        plan.Context.Environment.Start.ShouldNotContain("migrate");
        plan.Context.Overlay!.Text.ShouldContain($"image: slipway/shop-migrate:{plan.Context.Release}");
    }

    [Fact]
    public void What_has_been_done_for_a_release_is_not_done_again()
    {
        var plan = Shop().Deploy().Plan();

        plan.Context.ChangesAnything.ShouldBeFalse();
        plan.Context.Jobs.ShouldHaveSingleItem().Reason.ShouldBe("done");
    }

    [Fact]
    public void New_sources_are_a_new_release_for_which_the_job_runs()
    {
        var plan = Changed().Plan();

        plan.Context.DueJobs.ShouldHaveSingleItem().Reason.ShouldBe("once for this release");
    }

    [Theory]
    [InlineData("exited", "Exited (1) 2 minutes ago", "it has failed (Exited (1) 2 minutes ago)")]
    [InlineData("running", "Up 2 minutes", "it was interrupted")]
    [InlineData("created", "Created", "it has failed (Created)")]
    public void A_job_that_failed_or_was_interrupted_runs_again(string state, string status, string reason)
    {
        var plan = Shop().Deploy().WithContainer("shop-migrate-1", c => c with { State = state, Status = status }).Plan();

        plan.Context.DueJobs.ShouldHaveSingleItem().Reason.ShouldBe(reason);
        Commands(plan, "Migrate").ShouldNotBeEmpty();
    }

    [Fact]
    public void A_job_whose_container_was_removed_is_not_taken_for_one_that_never_ran()
    {
        var scene = Shop().Deploy().With(o => o with { Containers = [.. o.Containers.Where(c => c.ComposeService != "migrate")] });

        scene.Plan().Context.ChangesAnything.ShouldBeFalse();
    }

    [Fact]
    public void A_rollback_runs_no_job()
    {
        var scene = Changed().Deploy();

        scene.RollBack().Phases.SelectMany(p => p.Steps).ShouldNotContain(s => s.Command.Contains("migrate", StringComparison.Ordinal));
    }

    [Fact]
    public void A_job_behind_the_profile_of_Optimize_runs_too()
    {
        var scene = Shop(job: "\"profiles\":[\"migration\"],");

        Commands(scene.Plan(), "Migrate").ShouldNotBeEmpty();
        scene.Plan().Refusals.ShouldBeEmpty();
    }

    [Fact]
    public void A_job_behind_another_profile_is_told_not_to_run()
    {
        var plan = Shop(job: "\"profiles\":[\"dev\"],").Plan();

        Commands(plan, "Migrate").ShouldBeEmpty();
        plan.Warnings.ShouldContain(w => w.StartsWith("web waits for the end of migrate, which is behind the profile dev and is not run", StringComparison.Ordinal));
    }

    [Fact]
    public void A_job_behind_a_profile_that_slipway_yaml_names_runs()
    {
        var plan = Shop(job: "\"profiles\":[\"dev\"],", settings: "  migrate: {strategy: job, ready: 90s}\n").Plan();

        plan.Of("Migrate").Steps[1].Timeout.ShouldBe(TimeSpan.FromSeconds(90));
    }

    [Fact]
    public void A_job_that_compose_tries_again_is_tried_again_and_no_container_of_it_starts_by_itself()
    {
        var plan = Shop(job: "\"restart\":\"on-failure\",\"deploy\":{\"restart_policy\":{\"condition\":\"on-failure\"}},").Plan();

        plan.Of("Migrate").Steps[1].MaxAttempts.ShouldBe(5);
        plan.Context.Overlay!.Text.ShouldContain("restart: \"no\"");
        plan.Context.Overlay.Text.ShouldContain("restart_policy: !reset null");
    }

    [Fact]
    public void Data_in_a_volume_without_a_name_is_not_left_behind()
    {
        var scene = Changed().WithContainer("shop-web-blue-1", c => c with { AnonymousVolumes = ["/data", "/tmp"] });

        scene.Plan().Refusals.ShouldHaveSingleItem().Message.ShouldBe("web has a volume without a name at /data, and the new container would begin without what is in it");
        scene.Plan(new DeploymentRequest { Consents = new HashSet<string> { "web" } }).Refusals.ShouldBeEmpty();
    }

    [Fact]
    public void Data_in_no_volume_at_all_is_not_left_behind()
    {
        var scene = Changed().WithContainer("shop-web-blue-1", c => c with { WrittenData = ["/app/db.sqlite3", "/app/uploads/a.png"] });

        var refusal = scene.Plan().Refusals.ShouldHaveSingleItem();
        refusal.Message.ShouldBe("web keeps data in its container (/app/db.sqlite3 and others), and the new one would begin without it");
        refusal.Remedy.ShouldEndWith("docker cp shop-web-blue-1:/app/db.sqlite3 .");
        scene.Plan(new DeploymentRequest { Consents = new HashSet<string> { "web" } }).Refusals.ShouldBeEmpty();
    }

    /// <summary>The shop with a job that web waits for.</summary>
    private static Scene Shop(string job = "", string settings = "", string image = "registry.example/shop-web:1") => Scene.Shop(
        s => s.Replace("services:\n", "services:\n" + settings, StringComparison.Ordinal),
        c => c.Replace(
            "\"services\": {", "\"services\": {\"migrate\":{" + job + "\"image\":\"registry.example/shop-web:1\",\"command\":[\"migrate\"]},", StringComparison.Ordinal)
            .Replace(
                "\"web\": {", "\"web\": {\"depends_on\":{\"migrate\":{\"condition\":\"service_completed_successfully\",\"required\":false}},", StringComparison.Ordinal)
            .Replace("registry.example/shop-web:1", image, StringComparison.Ordinal));

    /// <summary>The shop after a deployment, of which the registry has a new image by now.</summary>
    private static Scene Changed() => (Shop().Deploy() with { Application = Shop(job: "", image: "registry.example/shop-web:2").Application })
        .With(o => o with { Engine = o.Engine with { Now = o.Engine.Now.AddMinutes(1) } });

    private static List<string> Commands(DeploymentPlan plan, string phase) => [.. plan.Of(phase).Steps.Select(s => s.Command)];
}
