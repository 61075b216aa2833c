using System.Collections.Concurrent;
using System.Globalization;
using Cake.Core;
using Cake.Core.IO;
using Slipway.Graph.Tests.Harness;
using Slipway.Processes;

namespace Slipway.Graph.Tests.Processes;

public sealed class TreeSpecs
{
    // Deaf to SIGTERM, with a child and with a grandchild that its parent's death has given to init.
    private static string Stubborn(string mark) =>
        $"trap '' TERM; sleep 300.{mark} & (sleep 301.{mark} &); echo ready; sleep 302.{mark}; sleep 303.{mark}";

    [Theory]
    [InlineData("polite")]
    [InlineData("stubborn")]
    public async Task A_failure_ends_the_siblings_children_and_grandchildren(string manner)
    {
        using var host = new EngineHost(o => o.StopGrace = TimeSpan.FromMilliseconds(100));
        using var ready = new ManualResetEventSlim();
        var tree = new ConcurrentBag<int>();
        host.Task("Sibling").Does(context =>
        {
            using var process = DummyProcess.Start(context, $"tree 2 {manner}", new ProcessSettings
            {
                RedirectStandardOutput = true,
                RedirectedStandardOutputHandler = line =>
                {
                    var root = int.Parse(line.AsSpan("ready ".Length), CultureInfo.InvariantCulture);
                    foreach (var id in ProcessTable.Descendants(root, new ProcessMark()))
                    {
                        tree.Add(id);
                    }

                    ready.Set();
                    return line;
                },
            });
            process.WaitForExit();
        });
        host.Task("Bad").Does(() =>
        {
            ready.Wait();
            throw new CakeException(7, "no");
        });
        host.Task("All", "Sibling", "Bad").Does(() => { });

        var error = await host.FailAsync("All");

        error.InnerException.ShouldBeOfType<CakeException>().ExitCode.ShouldBe(7);
        tree.Count.ShouldBe(7);
        ProcessTable.All().Intersect(tree).ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_hundred_failures_no_process_survives()
    {
        var mark = Random.Shared.Next(100_000, 999_999).ToString(CultureInfo.InvariantCulture);
        for (var i = 0; i < 100; i++)
        {
            using var host = new EngineHost(o => o.StopGrace = TimeSpan.Zero);
            using var ready = new CountdownEvent(2);
            foreach (var name in (string[])["A", "B"])
            {
                host.Task(name).Does(context =>
                {
                    using var process = DummyProcess.StartShell(
                        context, Stubborn(mark), () => ready.Signal());
                    process.WaitForExit();
                });
            }

            host.Task("Bad").Does(() =>
            {
                ready.Wait();
                throw new CakeException("no");
            });
            host.Task("All", "A", "B", "Bad").Does(() => { });

            await host.FailAsync("All");

            DummyProcess.Living(mark).ShouldBeEmpty($"failure {i}");
        }
    }

    [Fact]
    public async Task What_a_failing_task_left_running_in_the_background_ends_with_it()
    {
        var mark = Random.Shared.Next(100_000, 999_999).ToString(CultureInfo.InvariantCulture);
        using var host = new EngineHost();
        using var ready = new ManualResetEventSlim();
        host.Task("Bad").Does(context =>
        {
            using var process = DummyProcess.StartShell(context, $"(sleep 300.{mark} &); echo ready; sleep 301.{mark}", ready.Set);
            ready.Wait();
            throw new CakeException("no");
        });

        await host.FailAsync("Bad");

        DummyProcess.Living(mark).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_process_that_a_task_forgot_ends_with_the_run()
    {
        var mark = Random.Shared.Next(100_000, 999_999).ToString(CultureInfo.InvariantCulture);
        using var host = new EngineHost();
        using var ready = new ManualResetEventSlim();
        host.Task("A").Does(context =>
        {
            using var process = DummyProcess.StartShell(context, $"echo ready; exec sleep 300.{mark}", ready.Set);
            ready.Wait();
        });
        host.Task("B", "A").Does(() => DummyProcess.Living(mark).ShouldNotBeEmpty());

        await host.RunAsync("B");

        DummyProcess.Living(mark).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_timeout_kills_the_whole_tree()
    {
        var mark = Random.Shared.Next(100_000, 999_999).ToString(CultureInfo.InvariantCulture);
        using var host = new EngineHost();
        using var ready = new ManualResetEventSlim();
        host.Task("A").Does(context =>
        {
            using var process = DummyProcess.StartShell(context, Stubborn(mark), ready.Set);
            ready.Wait();
            process.WaitForExit(1).ShouldBeFalse();
            DummyProcess.Living(mark).ShouldBeEmpty();
        });

        await host.RunAsync("A");
    }

    [Fact]
    public async Task A_process_that_went_into_the_background_does_not_hold_up_its_task()
    {
        var mark = Random.Shared.Next(100_000, 999_999).ToString(CultureInfo.InvariantCulture);
        using var host = new EngineHost();
        host.Task("A").Does(context =>
        {
            using var process = DummyProcess.StartShell(context, $"sleep 300.{mark} & echo started", () => { });
            process.WaitForExit();
            process.GetStandardOutput().ShouldBe(["started"]);
            process.Kill();
        });

        await host.RunAsync("A");

        DummyProcess.Living(mark).ShouldBeEmpty();
    }
}
