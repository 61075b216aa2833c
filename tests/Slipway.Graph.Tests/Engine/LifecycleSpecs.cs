using Cake.Cli;
using Cake.Core;
using Cake.Core.Diagnostics;
using Slipway.Graph.Records;
using Slipway.Graph.Tests.Harness;
using Slipway.Testing;

namespace Slipway.Graph.Tests.Engine;

public sealed class LifecycleSpecs
{
    [Fact]
    public async Task Events_come_in_the_order_of_Cakes_own_engine()
    {
        using var host = new EngineHost(o => o.Jobs = 1);
        var cake = new CakeEngine(new CakeDataService(), host.Get<ICakeLog>());

        var ours = await EventsAsync(host.Engine, host);

        ours.ShouldBe(await EventsAsync(cake, host));
        ours.Count.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task A_skipped_dependency_is_reported_with_its_reason_and_its_dependents_run()
    {
        using var host = new EngineHost();
        host.Task("Migrate").WithCriteria(false, "no pending migration").Does(() => throw new InvalidOperationException());
        host.Task("Start", "Migrate").Does(() => { });

        var report = await host.RunAsync("Start");

        report.Select(e => (e.TaskName, e.ExecutionStatus, e.SkippedMessage)).ShouldBe(
        [
            ("Migrate", CakeTaskExecutionStatus.Skipped, "no pending migration"),
            ("Start", CakeTaskExecutionStatus.Executed, string.Empty),
        ]);
    }

    [Fact]
    public async Task A_skipped_target_is_an_error()
    {
        using var host = new EngineHost();
        host.Task("Migrate").WithCriteria(false, "no database").Does(() => { });

        var error = await host.FailAsync("Migrate");

        error.Message.ShouldBe("Could not reach target 'Migrate' since it was skipped due to a criteria: no database.");
    }

    [Fact]
    public async Task A_task_skipped_for_one_target_is_asked_again_when_it_is_the_target()
    {
        using var host = new EngineHost();
        host.Task("Migrate").WithCriteria(false, "no database").Does(() => { });
        host.Task("Start", "Migrate").Does(() => { });

        var error = await host.FailAsync("Start", "Migrate");

        error.Message.ShouldContain("Could not reach target 'Migrate'");
    }

    [Fact]
    public async Task Exclusive_runs_the_targets_only()
    {
        using var host = new EngineHost();
        host.Task("A").Does(() => { });
        host.Task("B", "A").Does(() => { });

        var report = await host.RunAsync(new ExecutionSettings().SetTarget("B").UseExclusiveTarget());

        report.Select(e => e.TaskName).ShouldBe(["B"]);
    }

    [Fact]
    public async Task Task_setup_and_teardown_are_never_called_for_two_tasks_at_once()
    {
        using var host = new EngineHost();
        var inside = 0;
        var most = 0;
        void Hook()
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            Thread.SpinWait(2_000);
            Interlocked.Decrement(ref inside);
        }

        host.Engine.RegisterTaskSetupAction(_ => Hook());
        host.Engine.RegisterTaskTeardownAction(_ => Hook());
        var names = Enumerable.Range(0, 30).Select(i => $"T{i}").ToArray();
        foreach (var name in names)
        {
            host.Task(name).Does(() => { });
        }

        host.Task("All", names);

        await host.RunAsync("All");

        most.ShouldBe(1);
    }

    [Fact]
    public async Task A_dry_run_lists_the_tasks_in_Cakes_order_and_runs_none()
    {
        using var host = new EngineHost();
        var ran = false;
        foreach (var name in (string[])["C", "B", "A"])
        {
            host.Task(name).Does(() => ran = true);
        }

        host.Task("All", "A", "B", "C").Does(() => ran = true);
        var dryRun = new DryRunScriptHost(host.Engine, host.Context, host.Get<ICakeLog>());

        await dryRun.RunTargetsAsync(["All"]);

        ran.ShouldBeFalse();
        Golden.ShouldBe(host.Terminal.Out, "dry-run.txt");
    }

    [Fact]
    public async Task Typed_setup_data_reaches_tasks_and_teardown()
    {
        using var host = new EngineHost();
        var seen = new List<string>();
        host.Engine.RegisterSetupAction(_ => new Version(1, 2));
        host.Engine.RegisterTaskSetupAction<Version>((_, d) => seen.Add($"setup {d}"));
        host.Engine.RegisterTeardownAction<Version>((_, d) => seen.Add($"teardown {d}"));
        host.Task("A").Does(c => seen.Add($"task {c.Data.Get<Version>()}"));

        var report = await host.RunAsync("A");

        seen.ShouldBe(["setup 1.2", "task 1.2", "teardown 1.2"]);
        report.Select(e => e.TaskName).ShouldBe(["Setup", "A", "Teardown"]);
        host.RecordOf(report).Tasks.ShouldHaveSingleItem().Outcome.ShouldBe(TaskOutcome.Run);
    }

    private static async Task<List<string>> EventsAsync(ICakeEngine engine, EngineHost host)
    {
        var events = new List<string>();
        engine.BeforeSetup += (_, _) => events.Add("before setup");
        engine.AfterSetup += (_, _) => events.Add("after setup");
        engine.BeforeTeardown += (_, _) => events.Add("before teardown");
        engine.AfterTeardown += (_, _) => events.Add("after teardown");
        engine.BeforeTaskSetup += (_, e) => events.Add($"before setup of {e.TaskSetupContext.Task.Name}");
        engine.AfterTaskSetup += (_, e) => events.Add($"after setup of {e.TaskSetupContext.Task.Name}");
        engine.BeforeTaskTeardown += (_, e) => events.Add($"before teardown of {e.TaskTeardownContext.Task.Name}, skipped {e.TaskTeardownContext.Skipped}");
        engine.AfterTaskTeardown += (_, e) => events.Add($"after teardown of {e.TaskTeardownContext.Task.Name}");
        engine.RegisterSetupAction(c => events.Add($"setup for {c.TargetTask.Name} of {string.Join(' ', c.TasksToExecute.Select(t => t.Name))}"));
        engine.RegisterTeardownAction(c => events.Add($"teardown {c.ThrownException?.Message}"));
        engine.RegisterTaskSetupAction(c => events.Add($"setup of {c.Task.Name}"));
        engine.RegisterTaskTeardownAction(c => events.Add($"teardown of {c.Task.Name} {c.Successful}"));
        engine.RegisterTask("Skipped").WithCriteria(false).Does(() => { });
        engine.RegisterTask("Shaky").Does(() => throw new InvalidOperationException("x"))
            .ReportError(_ => events.Add("reporter")).OnError(_ => events.Add("handler")).Finally(() => events.Add("finally"));
        engine.RegisterTask("Bad").IsDependentOn("Skipped").IsDependentOn("Shaky").Does(() => throw new CakeException("y"));

        var error = await Should.ThrowAsync<CakeReportException>(() => engine.RunTargetAsync(
            host.Context, host.Get<IExecutionStrategy>(), new ExecutionSettings().SetTarget("Bad")));

        events.Add(error.Message);
        return events;
    }
}
