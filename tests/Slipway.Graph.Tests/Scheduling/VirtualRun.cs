using CsCheck;
using Slipway.Graph.Scheduling;

namespace Slipway.Graph.Tests.Scheduling;

/// <summary>Plays a schedule on a virtual clock: the very code that runs deployments, without threads and without waiting.</summary>
internal sealed record VirtualRun(IReadOnlyList<ScheduledTask> Tasks, int Jobs)
{
    public static Gen<VirtualRun> Gen { get; } =
        from count in CsCheck.Gen.Int[1, 40]
        from jobs in CsCheck.Gen.Int[1, 8]
        from weights in CsCheck.Gen.Int[1, 20].Array[count]
        from edges in CsCheck.Gen.Select(CsCheck.Gen.Int[0, 39], CsCheck.Gen.Int[0, 39]).List[0, 80]
        from locks in CsCheck.Gen.Int[-6, 2].Array[count]
        select new VirtualRun(
            [
                .. Enumerable.Range(0, count).Select(task => new ScheduledTask(
                    [.. edges.Where(e => e.Item2 == task && e.Item1 < task).Select(e => e.Item1).Distinct()],
                    locks[task] < 0 ? [] : [$"lock {locks[task]}"],
                    weights[task])),
            ],
            jobs);

    public double Work => Tasks.Sum(t => t.Weight);

    public double CriticalPath
    {
        get
        {
            var finish = new double[Tasks.Count];
            for (var i = 0; i < Tasks.Count; i++)
            {
                finish[i] = Tasks[i].Weight + Tasks[i].Dependencies.Select(d => finish[d]).DefaultIfEmpty(0).Max();
            }

            return finish.Max();
        }
    }

    /// <summary>No schedule can be shorter than this.</summary>
    public double Bound => Math.Max(CriticalPath, Work / Jobs);

    public VirtualLog Play()
    {
        var schedule = new TaskSchedule(Tasks, Jobs);
        var ends = new PriorityQueue<int, double>();
        var spans = new Dictionary<int, (double Start, double End)>();
        var now = 0.0;
        var most = 0;
        while (true)
        {
            while (schedule.TryStart() is { } started)
            {
                spans[started] = (now, now + Tasks[started].Weight);
                ends.Enqueue(started, now + Tasks[started].Weight);
            }

            most = Math.Max(most, schedule.Running);
            if (!ends.TryDequeue(out var ended, out now))
            {
                return new VirtualLog(spans, most);
            }

            schedule.Complete(ended);
        }
    }
}
