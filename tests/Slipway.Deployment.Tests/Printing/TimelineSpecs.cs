using CsCheck;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Printing;
using Slipway.Deployment.Tests.Planning;
using Slipway.Observability.Journal;
using Slipway.Observability.Records;
using Slipway.Phases;

namespace Slipway.Deployment.Tests.Printing;

/// <summary>What runs side by side, what is critical, and how long all takes.</summary>
public sealed class TimelineSpecs
{
    private static readonly DeploymentPlan First = Scene.HelloBot().Plan();
    private static readonly DeploymentPlan Next = Scene.HelloBot().Deploy().WithSources("source-2").Plan();

    private static readonly Gen<Dictionary<string, TimeSpan>> Times =
        Gen.Int[0, 60_000].Array[PhaseGraph.Deployment.Count].Select(ms => PhaseGraph.Deployment.Zip(ms).ToDictionary(p => p.First.Name, p => TimeSpan.FromMilliseconds(p.Second)));

    [Fact]
    public void The_expected_time_is_that_of_the_longest_way() => Times.Sample(times =>
    {
        foreach (var plan in new[] { First, Next })
        {
            Of(plan, times).Total.ShouldBe(Longest(plan, times, "Deploy"));
        }
    });

    [Fact]
    public void The_critical_path_is_a_way_through_the_graph() => Times.Sample(times =>
    {
        var path = Of(First, times).CriticalPath;

        path[^1].ShouldBe("Deploy");
        path.Zip(path.Skip(1)).ShouldAllBe(step => Reaches(step.Second, step.First));
        path.ShouldAllBe(p => !First.Of(p).IsEmpty);
    });

    [Fact]
    public void A_wave_has_only_phases_that_wait_for_none_of_it()
    {
        foreach (var wave in Of(First, []).Waves())
        {
            wave.ShouldAllBe(p => wave.All(other => !Reaches(p.Name, other.Name)));
        }
    }

    [Fact]
    public void Every_phase_with_steps_is_in_one_wave() =>
        Of(Next, []).Waves().SelectMany(w => w).Select(p => p.Name).ShouldBe(Next.Phases.Where(p => !p.IsEmpty).Select(p => p.Name), ignoreOrder: true);

    [Fact]
    public void A_phase_that_has_never_run_makes_the_time_unknown()
    {
        var times = PhaseGraph.Deployment.Where(p => p.Name != "Switch").ToDictionary(p => p.Name, _ => TimeSpan.FromSeconds(1));

        Of(First, times).Total.ShouldBeNull();
        Of(First, times).Of("Switch").ShouldBeNull();
    }

    [Fact]
    public void A_phase_with_nothing_to_do_takes_no_time() => Of(Next, PhaseGraph.Deployment.ToDictionary(p => p.Name, _ => TimeSpan.FromSeconds(1))).Of("Backup").ShouldBe(TimeSpan.Zero);

    private static PlanTimeline Of(DeploymentPlan plan, Dictionary<string, TimeSpan> times) =>
        new(plan, new ExpectedTime(times.Count == 0 ? [] : [new DeploymentRecord(Scene.Morning, "r", "success", TimeSpan.Zero, times)], RunAction.Deploy));

    private static TimeSpan Longest(DeploymentPlan plan, Dictionary<string, TimeSpan> times, string phase) =>
        (plan.Of(phase).IsEmpty ? TimeSpan.Zero : times[phase])
        + DependenciesOf(phase).Select(d => Longest(plan, times, d)).DefaultIfEmpty().Max();

    private static IReadOnlyList<string> DependenciesOf(string phase) => PhaseGraph.Deployment.First(p => p.Name == phase).DependsOn;

    private static bool Reaches(string from, string to) => DependenciesOf(from).Any(d => d == to || Reaches(d, to));
}
