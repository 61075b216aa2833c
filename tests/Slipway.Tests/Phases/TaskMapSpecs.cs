using Cake.Frosting;
using Slipway.Engine.Errors;
using Slipway.Phases;

namespace Slipway.Tests.Phases;

public sealed class TaskMapSpecs
{
    private readonly TaskMap _map = new([typeof(SlipwayHost).Assembly, typeof(TaskMapSpecs).Assembly], []);

    [Fact]
    public void Without_tasks_of_ones_own_the_phases_are_those_of_the_graph() => new TaskMap([typeof(SlipwayHost).Assembly], [])
        .Phases("Deploy", ["Deploy"]).Select(p => (p.Name, string.Join(' ', p.DependsOn))).ShouldBe(PhaseGraph.Deployment.Select(p => (p.Name, string.Join(' ', p.DependsOn))));

    [Fact]
    public void A_task_between_two_phases_stands_between_them_in_every_plan()
    {
        foreach (var action in new[] { "Deploy", "Rollback", "Release" })
        {
            var names = _map.Phases(action, [action]).Select(p => p.Name).ToList();

            names.IndexOf("Between").ShouldBeInRange(names.IndexOf("SmokeTest") + 1, names.IndexOf("Switch") - 1);
            names[^1].ShouldBe(action);
        }
    }

    [Fact]
    public void A_task_that_leads_to_a_deployment_stands_for_it()
    {
        _map.Meant(["Everywhere"]).ShouldBe(["Deploy"]);
        _map.OwnPart(["Everywhere"]).ShouldBeNull();
        _map.Phases("Deploy", ["Everywhere"]).Select(p => p.Name).TakeLast(2).ShouldBe(["Deploy", "Everywhere"]);
    }

    [Fact]
    public void A_task_within_a_deployment_is_a_part_of_one()
    {
        _map.Meant(["Between"]).ShouldBe(["Between"]);
        _map.OwnPart(["between", "Backup"]).ShouldBe("Between");
        _map.OwnPart(["Backup"]).ShouldBeNull();
        _map.OwnPart(["Between", "Deploy"]).ShouldBeNull();
    }

    [Fact]
    public void A_task_that_only_prepares_is_none()
    {
        _map.NeedsPlan("Assets").ShouldBeFalse();
        _map.PreparesPlan("Deploy").ShouldBeTrue();
        _map.OwnPart(["Assets"]).ShouldBeNull();
        _map.Phases("Deploy", ["Deploy"])[0].Name.ShouldBe("Assets");
    }

    [Fact]
    public void A_task_that_nothing_of_a_deployment_needs_is_not_in_its_plan() => _map.Phases("Deploy", ["Deploy"]).ShouldNotContain(p => p.Name == "Apart");

    [Fact]
    public void A_phase_that_others_rely_on_cannot_be_left_out() =>
        Should.Throw<ArgumentException>(() => new SlipwayHost([]).LeaveOut<AwaitReady>()).Message.ShouldStartWith("AwaitReady can't be left out");

    [Fact]
    public void A_phase_that_only_Cake_could_make_is_told_of()
    {
        var error = Should.Throw<SlipwayException>(() => _map.Phases("Deploy", ["Demanding"]));

        error.Code.ShouldBe(ExitCode.BadConfiguration);
        error.Message.ShouldStartWith("the phase Demanding (Slipway.Tests.Phases.Demanding) has no public constructor without parameters");
    }
}

[IsDependentOn(typeof(SmokeTest))]
[IsDependeeOf(typeof(Switch))]
public sealed class Between : FrostingTask<SlipwayContext>;

[IsDependeeOf(typeof(Preflight))]
public sealed class Assets : FrostingTask<SlipwayContext>;

[IsDependentOn(typeof(Deploy))]
public sealed class Everywhere : FrostingTask<SlipwayContext>;

[IsDependentOn(typeof(Preflight))]
public sealed class Apart : FrostingTask<SlipwayContext>;

[IsDependentOn(typeof(Preflight))]
public sealed class Demanding(Slipway.Deployment.Planning.PhaseSteps steps) : Phase(steps);
