using CsCheck;
using Slipway.Graph.Scheduling;

namespace Slipway.Graph.Tests.Scheduling;

public sealed class MakespanSpecs
{
    [Fact]
    public void Without_a_limit_on_jobs_any_graph_takes_exactly_its_critical_path() => VirtualRun.Gen.Sample(
        run =>
        {
            var unlimited = new VirtualRun([.. run.Tasks.Select(t => t with { Locks = [] })], int.MaxValue);

            unlimited.Play().Makespan.ShouldBe(unlimited.CriticalPath, tolerance: 1e-9);
        },
        iter: 200);

    // Graham's bound for list scheduling (1969): no order of starting can be worse than this.
    [Fact]
    public void With_a_limit_no_graph_takes_longer_than_the_bound_of_list_scheduling() => VirtualRun.Gen.Sample(
        run =>
        {
            var lockless = run with { Tasks = [.. run.Tasks.Select(t => t with { Locks = [] })] };

            lockless.Play().Makespan.ShouldBeLessThanOrEqualTo((lockless.Work / run.Jobs) + (lockless.CriticalPath * (1 - (1.0 / run.Jobs))) + 1e-9);
        },
        iter: 200);

    [Fact]
    public void Two_hundred_random_graphs_take_at_most_a_tenth_longer_than_the_best_that_is_possible()
    {
        var random = new Random(20);
        for (var i = 0; i < 200; i++)
        {
            var run = Layered(random);

            (run.Play().Makespan / run.Bound).ShouldBeLessThanOrEqualTo(1.10, $"graph {i}: {run.Tasks.Count} tasks, {run.Jobs} jobs");
        }
    }

    // Many more tasks than jobs: with a handful of long tasks on a few jobs, even the best order misses the bound.
    private static VirtualRun Layered(Random random)
    {
        var count = random.Next(60, 200);
        var tasks = new List<ScheduledTask>();
        for (var i = 0; i < count; i++)
        {
            var dependencies = Enumerable.Range(0, random.Next(0, 4)).Select(_ => random.Next(count)).Where(o => o < i).Distinct();
            tasks.Add(new ScheduledTask([.. dependencies], [], random.Next(1, 20)));
        }

        return new VirtualRun(tasks, random.Next(2, 6));
    }
}
