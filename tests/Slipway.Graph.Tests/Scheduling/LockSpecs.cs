using Cake.Core;
using CsCheck;
using Slipway.Graph.Reporting;
using Slipway.Graph.Tasks;
using Slipway.Graph.Tests.Harness;

namespace Slipway.Graph.Tests.Scheduling;

public sealed class LockSpecs
{
    [Fact]
    public async Task Two_tasks_with_the_same_lock_never_run_at_once_and_others_are_not_held_back()
    {
        using var host = new EngineHost(o => o.Lock("Third", "DB"));
        using var free = new ManualResetEventSlim();
        var inside = 0;
        var most = 0;
        void Hold()
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));

            // Could never end if the task without a lock had to wait for one of these.
            free.Wait();
            Interlocked.Decrement(ref inside);
        }

        host.Task("First").WithLock("db").Does(Hold);
        host.Task("Second").WithLock("db").Does(Hold);
        host.Task("Third").Does(Hold);
        host.Task("Free").Does(free.Set);
        host.Task("All", "First", "Second", "Third", "Free").Does(() => { });

        await host.RunAsync("All");

        most.ShouldBe(1);
    }

    [Fact]
    public async Task The_attribute_on_the_class_of_a_task_is_a_lock()
    {
        using var host = new EngineHost();
        var task = new Locked();
        host.Task("A").Does(task.RunAsync);
        host.Task("B").Does(new Locked().RunAsync);
        host.Task("All", "A", "B");

        host.Get<IWavesPrinter>().Render(host.Engine.Tasks, []).ShouldContain("A    locks port 80");
        await host.RunAsync("All");
    }

    [Fact]
    public void Locks_bound_jobs_and_order_hold_on_any_graph() => VirtualRun.Gen.Sample(
        run =>
        {
            var log = run.Play();

            log.Spans.Count.ShouldBe(run.Tasks.Count);
            log.MostAtOnce.ShouldBeLessThanOrEqualTo(run.Jobs);
            for (var i = 0; i < run.Tasks.Count; i++)
            {
                foreach (var dependency in run.Tasks[i].Dependencies)
                {
                    log.Spans[i].Start.ShouldBeGreaterThanOrEqualTo(log.Spans[dependency].End);
                }

                for (var j = 0; j < i; j++)
                {
                    if (run.Tasks[i].Locks.Intersect(run.Tasks[j].Locks).Any())
                    {
                        (log.Spans[i].Start >= log.Spans[j].End || log.Spans[j].Start >= log.Spans[i].End).ShouldBeTrue();
                    }
                }
            }
        },
        iter: 500);

    [TaskLock("port 80")]
    private sealed class Locked
    {
        public Task RunAsync(ICakeContext context) => Task.CompletedTask;
    }
}
