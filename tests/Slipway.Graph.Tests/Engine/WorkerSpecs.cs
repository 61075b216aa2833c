using System.Collections.Concurrent;
using Cake.Core;
using Slipway.Graph.Tests.Harness;
using Slipway.Graph.Workers;

namespace Slipway.Graph.Tests.Engine;

public sealed class WorkerSpecs
{
    [Fact]
    public async Task A_hundred_blocking_tasks_all_run_at_once()
    {
        using var host = new EngineHost();
        using var together = new Barrier(100);
        var names = Enumerable.Range(0, 100).Select(i => $"T{i}").ToArray();
        foreach (var name in names)
        {
            host.Task(name).Does(() => together.SignalAndWait());
        }

        host.Task("All", names);

        await host.RunAsync("All");

        together.CurrentPhaseNumber.ShouldBe(1);
    }

    [Fact]
    public async Task A_task_that_awaits_holds_no_worker()
    {
        using var host = new EngineHost();
        using var arrived = new CountdownEvent(200);
        var go = new TaskCompletionSource();
        var names = Enumerable.Range(0, 200).Select(i => $"T{i}").ToArray();
        foreach (var name in names)
        {
            host.Task(name).Does(async _ =>
            {
                if (arrived.Signal())
                {
                    go.SetResult();
                }

                await go.Task;
            });
        }

        host.Task("All", names);

        await host.RunAsync("All");

        host.Get<WorkerPool>().Threads.ShouldBeLessThan(50);
    }

    [Fact]
    public async Task What_follows_an_await_runs_on_a_worker_again()
    {
        using var host = new EngineHost();
        var threads = new ConcurrentBag<string?>();
        host.Task("A").Does(async _ =>
        {
            threads.Add(Thread.CurrentThread.Name);
            await Task.Yield();
            threads.Add(Thread.CurrentThread.Name);
        });

        await host.RunAsync("A");

        threads.Count.ShouldBe(2);
        threads.ShouldAllBe(n => n!.StartsWith("slipway worker"));
    }

    [Fact]
    public async Task No_more_tasks_than_jobs_run_at_once()
    {
        using var host = new EngineHost(arguments: ("jobs", "3"));
        var inside = 0;
        var most = 0;
        var names = Enumerable.Range(0, 40).Select(i => $"T{i}").ToArray();
        foreach (var name in names)
        {
            host.Task(name).Does(async _ =>
            {
                var now = Interlocked.Increment(ref inside);
                lock (names)
                {
                    most = Math.Max(most, now);
                }

                await Task.Yield();
                Interlocked.Decrement(ref inside);
            });
        }

        host.Task("All", names);

        await host.RunAsync("All");

        most.ShouldBeInRange(1, 3);
    }

    [Fact]
    public void Ten_thousand_short_pieces_of_work_take_few_threads()
    {
        using var pool = new WorkerPool();
        using var done = new CountdownEvent(10_000);

        for (var i = 0; i < 10_000; i++)
        {
            pool.Queue(() => done.Signal());
        }

        done.Wait(TestContext.Current.CancellationToken);

        pool.Threads.ShouldBeLessThan(500);
    }

    [Fact]
    public async Task A_working_directory_set_by_one_task_is_not_that_of_another()
    {
        using var host = new EngineHost();
        var before = host.Context.Environment.WorkingDirectory.FullPath;
        var after = string.Empty;
        host.Task("A").Does(context =>
        {
            context.Environment.WorkingDirectory = "/usr";
            context.Environment.WorkingDirectory.FullPath.ShouldBe("/usr");
        });
        host.Task("B", "A").Does(c => after = c.Environment.WorkingDirectory.FullPath);

        await host.RunAsync("B");

        after.ShouldBe(before);
    }
}
