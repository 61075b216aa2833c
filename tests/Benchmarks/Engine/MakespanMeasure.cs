using System.Diagnostics;
using Cake.Core;

namespace Benchmarks.Engine;

/// <summary>How long random graphs of waiting tasks take, beside the least that is possible: max(critical path, work / jobs).</summary>
internal sealed class MakespanMeasure
{
    /// <summary>The makespans of random graphs as multiples of the least possible, after one graph that warms up.</summary>
    /// <param name="cakesOwn">Whether Cake's own engine runs them.</param>
    /// <param name="graphs">How many graphs.</param>
    /// <param name="limited">Whether jobs are limited, to 2 up to 8.</param>
    public Figures Measure(bool cakesOwn, int graphs, bool limited)
    {
        var random = new Random(42);
        Ratio(cakesOwn, Graph.Draw(new Random(1)), limited ? 2 : null);
        return Figures.Of(Enumerable.Range(0, graphs).Select(_ => Ratio(cakesOwn, Graph.Draw(random), limited ? random.Next(2, 9) : null)));
    }

    private static double Ratio(bool cakesOwn, Graph graph, int? jobs)
    {
        using var host = new BenchHost(cakesOwn, options =>
        {
            options.Jobs = jobs;
            options.ExpectedDuration = name => name == "All" ? TimeSpan.Zero : graph.Durations[int.Parse(name.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)];
        });
        host.Prepare();
        var actual = new TimeSpan[graph.Durations.Length];
        for (var i = 0; i < graph.Durations.Length; i++)
        {
            var index = i;
            var task = host.Engine.RegisterTask($"T{i}").Does(() =>
            {
                var began = Stopwatch.GetTimestamp();
                Thread.Sleep(graph.Durations[index]);
                actual[index] = Stopwatch.GetElapsedTime(began);
            });
            foreach (var dependency in graph.Dependencies[i])
            {
                task.IsDependentOn($"T{dependency}");
            }
        }

        var all = host.Engine.RegisterTask("All");
        for (var i = 0; i < graph.Durations.Length; i++)
        {
            all.IsDependentOn($"T{i}");
        }

        var start = Stopwatch.GetTimestamp();
        host.Run("All");

        // The tasks' own times as they were, not as they were asked for: a sleep is always a little longer.
        return Stopwatch.GetElapsedTime(start) / (graph with { Durations = actual }).Least(jobs);
    }

    private sealed record Graph(TimeSpan[] Durations, int[][] Dependencies)
    {
        public static Graph Draw(Random random)
        {
            var count = random.Next(30, 80);
            return new Graph(
                [.. Enumerable.Range(0, count).Select(_ => TimeSpan.FromMilliseconds(random.Next(10, 60)))],
                [.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, random.Next(0, 3)).Select(_ => random.Next(count)).Where(other => other < i).Distinct().ToArray())]);
        }

        public TimeSpan Least(int? jobs)
        {
            var finish = new TimeSpan[Durations.Length];
            for (var i = 0; i < finish.Length; i++)
            {
                finish[i] = Durations[i] + Dependencies[i].Select(other => finish[other]).DefaultIfEmpty().Max();
            }

            var work = Durations.Aggregate(TimeSpan.Zero, (sum, duration) => sum + duration);
            var shared = jobs is { } limit ? work / limit : TimeSpan.Zero;
            return finish.Max() > shared ? finish.Max() : shared;
        }
    }
}
