using Cake.Core;
using Slipway.Graph.Records;
using Slipway.Graph.Tasks;
using Slipway.Graph.Tests.Harness;

namespace Slipway.Graph.Tests.Engine;

public sealed class FailureSpecs
{
    [Fact]
    public async Task A_failure_cancels_running_siblings_and_keeps_the_rest_from_starting()
    {
        using var host = new EngineHost();
        using var siblingRuns = new ManualResetEventSlim();
        host.Task("Bad").Does(() =>
        {
            siblingRuns.Wait();
            throw new InvalidOperationException("disk full");
        });
        host.Task("Sibling").Does(context =>
        {
            siblingRuns.Set();
            context.CancellationToken().WaitHandle.WaitOne();
            context.CancellationToken().ThrowIfCancellationRequested();
        });
        host.Task("Dependent", "Bad").Does(() => { });
        host.Task("Other", "Sibling").Does(() => { });
        host.Task("All", "Dependent", "Other").Does(() => { });

        var error = await host.FailAsync("All");

        error.Message.ShouldBe("disk full");
        host.RecordOf(error.Report).Tasks.Select(t => $"{t.Name}: {t.Outcome}, {t.Reason}").Order().ShouldBe(
        [
            "All: NotRun, Bad failed",
            "Bad: Failed, disk full",
            "Dependent: NotRun, Bad failed",
            "Other: NotRun, stopped because Bad failed",
            "Sibling: Cancelled, Bad failed",
        ]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_exit_code_of_the_failing_task_is_that_of_the_exception(bool deferred)
    {
        using var host = new EngineHost();
        var task = host.Task("Bad").Does(() => throw new CakeException(42, "the migration failed"));
        if (deferred)
        {
            task.Does(() => throw new InvalidOperationException("as well")).DeferOnError();
        }

        var error = await host.FailAsync("Bad");

        error.InnerException.ShouldBeOfType<CakeException>().ExitCode.ShouldBe(42);
    }

    [Fact]
    public async Task Finally_handlers_and_teardown_run_after_a_failure_and_with_a_token_that_is_not_cancelled()
    {
        using var host = new EngineHost();
        var events = new List<string>();
        host.Task("Bad").Does(() => throw new InvalidOperationException("no"))
            .ReportError(_ => events.Add("reporter"))
            .Finally(() => events.Add($"finally {host.Context.CancellationToken().IsCancellationRequested}"));
        host.Engine.RegisterTaskTeardownAction(c => events.Add($"task teardown {c.ThrownException?.Message}"));
        host.Engine.RegisterTeardownAction(c => events.Add($"teardown {c.ThrownException?.Message} {c.CancellationToken().IsCancellationRequested}"));

        await host.FailAsync("Bad");

        events.ShouldBe(["reporter", "finally False", "task teardown no", "teardown no False"]);
    }

    [Fact]
    public async Task An_error_handler_that_does_not_rethrow_lets_the_run_go_on()
    {
        using var host = new EngineHost();
        host.Task("Shaky").Does(() => throw new InvalidOperationException("flaky")).OnError(_ => { });
        host.Task("Next", "Shaky").Does(() => { });

        var report = await host.RunAsync("Next");

        host.RecordOf(report).Tasks.Select(t => (t.Name, t.Outcome)).ShouldBe(
            [("Shaky", TaskOutcome.Continued), ("Next", TaskOutcome.Run)]);
    }

    [Fact]
    public async Task ContinueOnError_lets_the_run_go_on()
    {
        using var host = new EngineHost();
        host.Task("Shaky").Does(() => throw new InvalidOperationException("flaky")).ContinueOnError();
        host.Task("Next", "Shaky").Does(() => { });

        var report = await host.RunAsync("Next");

        report.Select(e => e.ExecutionStatus).ShouldBe([CakeTaskExecutionStatus.Failed, CakeTaskExecutionStatus.Executed]);
    }

    [Fact]
    public async Task A_setup_that_fails_runs_no_task_but_the_teardown()
    {
        using var host = new EngineHost();
        var tornDown = false;
        host.Engine.RegisterSetupAction(_ => throw new InvalidOperationException("no setup"));
        host.Engine.RegisterTeardownAction(_ => tornDown = true);
        host.Task("A").Does(() => { });

        var error = await host.FailAsync("A");

        error.Message.ShouldBe("no setup");
        tornDown.ShouldBeTrue();
        host.RecordOf(error.Report).Tasks.ShouldHaveSingleItem().Reason.ShouldBe("the setup failed");
    }

    [Fact]
    public async Task A_teardown_that_fails_does_not_hide_the_failure_of_a_task()
    {
        using var host = new EngineHost();
        host.Engine.RegisterTeardownAction(_ => throw new InvalidOperationException("no teardown"));
        host.Task("Bad").Does(() => throw new InvalidOperationException("first"));

        var error = await host.FailAsync("Bad");

        error.Message.ShouldBe("first");
        host.Terminal.Error.ShouldContain("The teardown failed as well: no teardown");
    }

    [Fact]
    public async Task A_task_setup_that_fails_skips_the_actions_but_runs_the_task_teardown()
    {
        using var host = new EngineHost();
        var events = new List<string>();
        host.Engine.RegisterTaskSetupAction(_ => throw new InvalidOperationException("no task setup"));
        host.Engine.RegisterTaskTeardownAction(c => events.Add($"teardown of {c.Task.Name}"));
        host.Task("A").Does(() => events.Add("action"));

        var error = await host.FailAsync("A");

        error.Message.ShouldBe("no task setup");
        events.ShouldBe(["teardown of A"]);
    }

    [Fact]
    public async Task A_sibling_that_fails_on_its_own_after_the_cancellation_says_so()
    {
        using var host = new EngineHost();
        using var siblingRuns = new ManualResetEventSlim();
        host.Task("Bad").Does(() =>
        {
            siblingRuns.Wait();
            throw new InvalidOperationException("first");
        });
        host.Task("Sibling").Does(context =>
        {
            siblingRuns.Set();
            context.CancellationToken().WaitHandle.WaitOne();
            throw new InvalidOperationException("second");
        });
        host.Task("All", "Bad", "Sibling").Does(() => { });

        var error = await host.FailAsync("All");

        error.Message.ShouldBe("first");
        host.RecordOf(error.Report).Tasks.Single(t => t.Name == "Sibling").Reason.ShouldBe("Bad failed, then: second");
    }
}
