using System.Diagnostics;
using Cake.Core;

namespace Benchmarks.Engine;

/// <summary>What an engine costs a task: graphs of tasks that do nothing, from the registration of the first to the end of the run.</summary>
internal sealed class OverheadMeasure
{
    /// <summary>Microseconds a task: the median of the rounds, after one that warms up.</summary>
    public double Measure(bool cakesOwn, int? jobs, int tasks, int rounds)
    {
        if (rounds > 1)
        {
            Round(cakesOwn, jobs, tasks);
        }

        return Figures.Of(Enumerable.Range(0, rounds).Select(_ => Round(cakesOwn, jobs, tasks))).Median;
    }

    private static double Round(bool cakesOwn, int? jobs, int tasks)
    {
        using var host = new BenchHost(cakesOwn, options => options.Jobs = jobs);
        host.Prepare();
        var random = new Random(1);
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < tasks; i++)
        {
            var task = host.Engine.RegisterTask($"T{i}").Does(() => { });

            // Two dependencies each, so that there are as many edges as in a graph of real tasks.
            foreach (var dependency in Enumerable.Range(0, 2).Select(_ => random.Next(Math.Max(1, i))).Where(other => other < i).Distinct())
            {
                task.IsDependentOn($"T{dependency}");
            }
        }

        // In groups: Cake's builder compares each dependency of a task with all others of it.
        var all = host.Engine.RegisterTask("All");
        foreach (var group in Enumerable.Range(0, tasks).Chunk(100))
        {
            var part = host.Engine.RegisterTask($"G{group[0]}");
            foreach (var i in group)
            {
                part.IsDependentOn($"T{i}");
            }

            all.IsDependentOn($"G{group[0]}");
        }

        host.Run("All");
        return Stopwatch.GetElapsedTime(began).TotalMicroseconds / tasks;
    }
}
