using System.Text.Json;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Printing;
using Slipway.Deployment.Status;
using Slipway.Deployment.Tests.Planning;
using Slipway.Engine.Addresses;
using Slipway.Engine.Locks;
using Slipway.Observability.Journal;
using Slipway.Observability.Records;
using Slipway.Testing;


namespace Slipway.Deployment.Tests.Printing;

/// <summary>What people and programs read of plans and states.</summary>
public sealed class ReportSpecs : IAsyncLifetime
{
    private static readonly Scene Twice = Scene.HelloBot().Deploy(Named("one")).WithSources("source-2").Deploy(Named("two"));

    private readonly LocalConnection _engine = new("/var/run/docker.sock");

    [Fact]
    public void The_plan_of_a_first_deployment() => Plan(Scene.HelloBot().Plan(Named("one")), "plan-first.txt");

    [Fact]
    public void The_plan_of_a_new_release_with_a_migration() =>
        Plan(Twice.WithSources("source-3").WithSchema("0001").Plan(Named("three")), "plan-release.txt", Runs);

    [Fact]
    public void The_plan_when_nothing_changed() => Plan(Twice.Plan(Named("two")), "plan-nothing.txt", Runs);

    [Fact]
    public void The_plan_that_is_refused() => Plan(
        Twice.WithSources("source-3").WithEngine(e => e with { FreeDisk = 0 })
            .With(o => o with { ComposeHashes = new Dictionary<string, string> { ["db"] = "another" } })
            .WithMigrations(Planning.Migrations.Create, Planning.Migrations.Expand, Planning.Migrations.Contract)
            .Plan(Named("three")),
        "plan-refused.txt");

    [Fact]
    public void The_plan_of_several_services_and_replicas() => Plan(Scene.Shop().Plan(Named("one")), "plan-shop.txt");

    [Fact]
    public void The_plan_for_programs()
    {
        var plan = Twice.WithSources("source-3").Plan(Named("three"));

        var json = PlanJson.Write(plan, new PlanTimeline(plan, new ExpectedTime(Runs, RunAction.Deploy)), _engine);

        Golden.ShouldBe(json + "\n", "plan.json");
        using var parsed = JsonDocument.Parse(json);
        parsed.RootElement.GetProperty("phases").EnumerateArray().SelectMany(p => p.GetProperty("steps").EnumerateArray()).Select(s => s.GetProperty("command").GetString())
            .ShouldBe(plan.Phases.SelectMany(p => p.Steps).Select(s => s.Command));
    }

    [Fact]
    public void The_status_of_an_empty_host() => Status(Scene.HelloBot(), "status-empty.txt");

    [Fact]
    public void The_status_after_two_releases() => Status(Twice, "status-two.txt");

    [Fact]
    public void The_status_while_somebody_deploys_and_somebody_died() => Status(
        Twice.With(o => o with
        {
            Leases =
            [
                new LeaseObservation("a", "ann@laptop, process 7", "Deploy of release three", "elsewhere|7|1", Scene.Morning.AddSeconds(55), []),
                new LeaseObservation("b", "bob@laptop, process 8", "Deploy of release two", "elsewhere|8|1", Scene.Morning.AddHours(-1), []),
            ],
        }).WithContainer("hello-bot-bot-blue-1", c => c with { State = "exited", Status = "Exited (137) 1 minute ago" }),
        "status-locked.txt");

    [Fact]
    public void The_status_for_programs() => Golden.ShouldBe(StatusJson.Write(Twice.Plan().Context, _engine) + "\n", "status.json");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private static DeploymentRequest Named(string release) => new() { Release = release };

    private static IReadOnlyList<DeploymentRecord> Runs { get; } =
        [.. Enumerable.Range(1, 3).Select(n => new DeploymentRecord(Scene.Morning, $"r{n}", "success", TimeSpan.FromSeconds(10 * n), Twice.Plan().Phases.ToDictionary(p => p.Name, p => TimeSpan.FromSeconds(n * (p.Name == "PullOrBuild" ? 40 : 0.25)))))];

    private void Plan(DeploymentPlan plan, string golden, IReadOnlyList<DeploymentRecord>? runs = null) =>
        Golden.ShouldBe(PlanText.Write(plan, new PlanTimeline(plan, new ExpectedTime(runs ?? [], RunAction.Deploy)), _engine) + "\n", golden);

    private void Status(Scene scene, string golden) => Golden.ShouldBe(StatusText.Write(scene.Plan().Context, _engine) + "\n", golden);
}
