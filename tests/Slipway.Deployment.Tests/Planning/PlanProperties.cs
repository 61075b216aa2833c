using CsCheck;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;
using Slipway.Deployment.Slots;
using Slipway.Engine.Commands;
using Slipway.Phases;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Tests.Planning;

/// <summary>What holds for plans after any history of a host.</summary>
public sealed class PlanProperties
{
    private static readonly Gen<(int What, int Number)[]> Histories = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 3]).Array[0, 6];

    [Fact]
    public void A_deployment_leaves_nothing_to_deploy() => Check(scene =>
    {
        var again = scene.Deploy(Insisting).Plan();

        again.Context.Services.Where(s => s.Changes).Select(s => s.Reason).ShouldBeEmpty();
        again.Context.ChangesAnything.ShouldBeFalse();
    });

    [Fact]
    public void The_slot_that_serves_is_never_started_removed_or_replaced() => Check(scene =>
    {
        var plan = scene.Plan(Insisting);

        foreach (var service in plan.Context.Services.Where(s => s.Settings.Strategy.IsBehindProxy && s.Active is not null))
        {
            var slot = $"{service.Name}-{service.Active!.Value.Name()}";
            plan.Phases.Where(p => p.Name != "Retire").SelectMany(p => p.Steps.Concat(p.Undo)).Where(s => Touches(s, slot)).ShouldBeEmpty();
        }
    });

    [Theory]
    [InlineData("docker start hello-bot-bot-blue-1")]
    [InlineData("docker stop hello-bot-bot-blue-1")]
    [InlineData("docker rm hello-bot-bot-blue-1")]
    [InlineData("docker compose up bot-blue")]
    public void That_property_knows_what_touches_a_slot(string command)
    {
        var words = command.Split(' ');
        Step asCommand = new CommandStep(new CommandLine(words)) { Purpose = "test" };
        Step asContainer = words is [_, "start", var started] ? ContainerStep.Start(started, "test") : ContainerStep.Stop(words[^1], "test");

        Touches(asCommand, "bot-blue").ShouldBeTrue();
        Touches(asContainer, "bot-blue").ShouldBe(words[1] != "compose");
        Touches(asCommand, "bot-green").ShouldBeFalse();
    }

    [Fact]
    public void The_same_observation_gives_the_same_plan() => Check(scene =>
        Text(scene.Plan(Insisting)).ShouldBe(Text(scene.Plan(Insisting))));

    [Fact]
    public void What_changes_is_probed_before_it_is_switched_to() => Check(scene =>
    {
        var plan = scene.Plan(Insisting);

        plan.Of("AwaitReady").Steps.OfType<AwaitReadyStep>().Select(s => s.Address).ShouldBe(
            plan.Context.ChangesAnything ? plan.Context.Changing.Where(s => s.Settings.Strategy.IsBehindProxy).Select(s => plan.Context.Layout.AddressOf(s.Name, s.Target)) : []);
    });

    [Fact]
    public void Every_phase_comes_after_all_that_it_depends_on()
    {
        foreach (var phases in new[] { PhaseGraph.Deployment, PhaseGraph.Rollback })
        {
            var names = phases.Select(p => p.Name).ToList();

            phases.ShouldAllBe(p => p.DependsOn.All(d => names.Contains(d) && names.IndexOf(d) < names.IndexOf(p.Name)));
        }
    }

    private static DeploymentRequest Insisting { get; } = new() { AllowContracting = true };

    // A container is started or stopped by the engine's API or by a command; compose names its service.
    private static bool Touches(Step step, string slot) => step switch
    {
        ContainerStep { Action: ContainerAction.Execute } => false,
        ContainerStep container => container.Container == $"hello-bot-{slot}-1",
        CommandStep command => command.Line.Arguments.Intersect([slot, $"hello-bot-{slot}-1"]).Any(),
        _ => false,
    };

    private static void Check(Action<Scene> holds) => Histories.Sample(
        history => holds(history.Aggregate(Scene.HelloBot(), (scene, e) => Happen(scene, e.What, e.Number))),
        iter: 150,
        threads: 1);

    private static Scene Happen(Scene scene, int what, int number) => what switch
    {
        0 or 1 => scene.WithSources($"source-{number}").Deploy(Insisting),
        2 => scene.With(Scene.HelloBot(compose: j => j.Replace("app.poller", $"app.poller{number}", StringComparison.Ordinal)).Application),
        3 => scene.WithMigrations([.. new[] { Migrations.Create, Migrations.Expand, Migrations.Contract }.Take(number + 1)]),
        4 => scene.WithContainer("hello-bot-bot-blue-1", c => c with { State = "exited" }),
        5 => scene.WithContainer("hello-bot-poller-green-1", c => c with { State = "exited" }),
        _ => scene.With(o => o with { Containers = [.. o.Containers.Where((c, index) => c.Service is null || index % 4 != number)] }),
    };

    private static string Text(DeploymentPlan plan) =>
        string.Join('\n', plan.Phases.SelectMany(p => p.Steps.Select(s => $"{p.Name} {s.Command} {s.Timeout} {s.Parallel}"))) + plan.Context.Overlay?.Text;
}
