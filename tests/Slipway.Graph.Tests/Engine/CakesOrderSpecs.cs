using Cake.Core;
using Cake.Core.Diagnostics;
using CsCheck;
using Slipway.Graph.Tests.Harness;

namespace Slipway.Graph.Tests.Engine;

public sealed class CakesOrderSpecs
{
    [Fact]
    public void One_job_runs_any_graph_in_the_order_of_Cakes_own_engine() => RandomGraph.Gen.Sample(
        graph =>
        {
            using var host = new EngineHost(o => o.Jobs = 1);
            var cake = new CakeEngine(new CakeDataService(), host.Get<ICakeLog>());

            Order(host.Engine, host, graph).ShouldBe(Order(cake, host, graph));
        },
        iter: 200);

    [Fact]
    public void Any_number_of_jobs_runs_each_needed_task_once_and_after_what_it_depends_on() => Gen.Select(RandomGraph.Gen, Gen.Int[2, 6]).Sample(
        (graph, jobs) =>
        {
            using var host = new EngineHost(o => o.Jobs = jobs);

            var order = Order(host.Engine, host, graph);

            order.ShouldBeUnique();
            order.Count.ShouldBe(graph.NeededBy(graph.Target).Count);
            foreach (var name in order)
            {
                graph.DependenciesOf(name).ShouldAllBe(d => order.IndexOf(d) < order.IndexOf(name));
            }
        },
        iter: 200);

    [Fact]
    public async Task Several_targets_run_in_the_order_in_which_they_were_asked_for()
    {
        using var host = new EngineHost();
        foreach (var name in (string[])["A", "B", "C"])
        {
            host.Task(name).Does(() => { });
        }

        var report = await host.RunAsync("C", "A");

        report.Select(e => e.TaskName).ShouldBe(["C", "A"]);
    }

    [Fact]
    public async Task What_two_targets_need_runs_once()
    {
        using var host = new EngineHost();
        host.Task("Shared").Does(() => { });
        host.Task("A", "Shared").Does(() => { });
        host.Task("B", "Shared", "A").Does(() => { });

        var report = await host.RunAsync("B", "A");

        report.Select(e => e.TaskName).ShouldBe(["Shared", "A", "B"]);
    }

    private static List<string> Order(ICakeEngine engine, EngineHost host, RandomGraph graph)
    {
        var order = new List<string>();
        graph.Register(engine, name =>
        {
            lock (order)
            {
                order.Add(name);
            }
        });
        engine.RunTargetAsync(host.Context, host.Get<IExecutionStrategy>(), new ExecutionSettings().SetTarget(graph.Target))
            .GetAwaiter().GetResult();
        return order;
    }
}
