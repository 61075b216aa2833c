using Cake.Core;
using Cake.Core.Diagnostics;
using Slipway.Graph.Observing;
using Slipway.Graph.Reporting;
using Slipway.Graph.Tasks;
using Slipway.Graph.Tests.Harness;

namespace Slipway.Graph.Tests.Observing;

public sealed class ObserverSpecs
{
    [Fact]
    public async Task An_observer_sees_everything_in_order_and_before_the_run_returns()
    {
        var journal = new Journal();
        using var host = new EngineHost(observers: [journal]);
        host.Task("A").Does(context =>
        {
            context.ReportProgress("half way", 0.5);
            context.Log.Warning("careful");
        });
        host.Task("B", "A").Does(() => throw new InvalidOperationException("no"));
        host.Task("C", "B").Does(() => { });

        await host.FailAsync("C");

        journal.Events.ShouldBe(
        [
            "A started after ",
            "A 0.5 half way",
            "A Warning careful",
            "A Run",
            "B started after A",
            "B Failed no",
            "C NotRun B failed",
            "run of 3",
        ]);
    }

    [Fact]
    public async Task An_observer_that_throws_fails_neither_the_run_nor_the_others()
    {
        var journal = new Journal();
        using var host = new EngineHost(observers: [new Broken(), journal]);
        host.Task("A").Does(() => { });

        await host.RunAsync("A");

        journal.Events.ShouldBe(["A started after ", "A Run", "run of 1"]);
        host.Terminal.Out.ShouldContain("Broken failed and saw only part of this run: out of paper");
    }

    [Fact]
    public async Task An_observer_that_hangs_does_not_slow_the_tasks()
    {
        using var gate = new ManualResetEventSlim();
        using var host = new EngineHost(observers: [new Hanging(gate)]);
        host.Task("A").Does(context => context.Log.Information("line"));

        // The observer hangs until this task, which comes after all of its events, lets it go.
        host.Task("B", "A").Does(gate.Set);

        await host.RunAsync("B");

        gate.IsSet.ShouldBeTrue();
    }

    private sealed class Journal : ITaskObserver
    {
        public List<string> Events { get; } = [];

        public void OnStarted(TaskStart start) => Events.Add($"{start.Task} started after {string.Join(' ', start.Dependencies)}");

        public void OnFinished(TaskEnd end) => Events.Add($"{end.Task.Name} {end.Task.Outcome} {end.Task.Reason}".TrimEnd());

        public void OnLine(TaskLine line) => Events.Add($"{line.Task} {line.Level} {line.Text}");

        public void OnProgress(string task, TaskProgress progress) => Events.Add(FormattableString.Invariant($"{task} {progress.Fraction} {progress.Text}"));

        public void OnRunFinished(RunRecord run) => Events.Add($"run of {run.Tasks.Count}");
    }

    private sealed class Broken : ITaskObserver
    {
        public void OnStarted(TaskStart start) => throw new InvalidOperationException("out of paper");

        public void OnFinished(TaskEnd end) => throw new InvalidOperationException("still out of paper");
    }

    private sealed class Hanging(ManualResetEventSlim gate) : ITaskObserver
    {
        public void OnStarted(TaskStart start) => gate.Wait();

        public void OnFinished(TaskEnd end) => gate.Wait();
    }
}
