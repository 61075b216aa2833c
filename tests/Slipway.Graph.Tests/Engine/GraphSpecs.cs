using Cake.Core;
using Slipway.Graph.Tests.Harness;

namespace Slipway.Graph.Tests.Engine;

public sealed class GraphSpecs
{
    [Fact]
    public async Task A_target_that_does_not_exist_is_refused()
    {
        using var host = new EngineHost();
        host.Task("A");

        (await Should.ThrowAsync<CakeException>(() => host.RunAsync("B"))).Message.ShouldBe("The target 'B' was not found.");
        (await Should.ThrowAsync<CakeException>(() => host.RunAsync("B", "C"))).Message.ShouldBe("The targets 'B', 'C' were not found.");
    }

    [Fact]
    public async Task A_dependency_that_does_not_exist_is_refused()
    {
        using var host = new EngineHost();
        host.Task("A", "Missing");

        var error = await Should.ThrowAsync<CakeException>(() => host.RunAsync("A"));

        error.Message.ShouldBe("Task 'A' is dependent on task 'Missing' which does not exist.");
    }

    [Fact]
    public async Task A_circle_is_named_task_by_task()
    {
        using var host = new EngineHost();
        host.Task("A", "B");
        host.Task("B", "C");
        host.Task("C", "A");
        host.Task("Top", "A");

        var error = await Should.ThrowAsync<CakeException>(() => host.RunAsync("Top"));

        error.Message.ShouldBe("Graph contains circular references: A -> B -> C -> A. Remove one of these dependencies.");
    }

    [Fact]
    public async Task Two_tasks_that_depend_on_each_other_are_refused()
    {
        using var host = new EngineHost();
        host.Task("A", "B");
        host.Task("B", "A");

        (await Should.ThrowAsync<CakeException>(() => host.RunAsync("A"))).Message.ShouldContain("'B' and 'A' depend on each other");
    }

    [Fact]
    public async Task A_task_that_depends_on_itself_is_refused()
    {
        using var host = new EngineHost();
        host.Task("A", "a");

        (await Should.ThrowAsync<CakeException>(() => host.RunAsync("A"))).Message.ShouldContain("'A' depends on itself");
    }

    [Fact]
    public void Two_tasks_of_the_same_name_are_refused()
    {
        using var host = new EngineHost();
        host.Task("A");

        Should.Throw<CakeException>(() => host.Task("a")).Message.ShouldBe("Another task with the name 'a' has already been added.");
    }

    [Fact]
    public async Task A_chain_of_ten_thousand_tasks_does_not_exhaust_the_stack()
    {
        using var host = new EngineHost();
        var count = 0;
        host.Task("T0").Does(() => count++);
        for (var i = 1; i < 10_000; i++)
        {
            host.Task($"T{i}", $"T{i - 1}").Does(() => count++);
        }

        await host.RunAsync("T9999");

        count.ShouldBe(10_000);
    }

    [Fact]
    public async Task A_number_of_jobs_that_is_none_is_refused()
    {
        using var host = new EngineHost(arguments: ("jobs", "many"));
        host.Task("A").Does(() => { });

        (await Should.ThrowAsync<CakeException>(() => host.RunAsync("A"))).Message.ShouldStartWith("--jobs=many is not a number of jobs.");
    }
}
