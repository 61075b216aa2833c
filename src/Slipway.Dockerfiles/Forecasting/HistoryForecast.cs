namespace Slipway.Dockerfiles.Forecasting;

/// <summary>What the last commits would have cost with a Dockerfile, had each of them been built.</summary>
/// <param name="Commits">How many commits count: the first one that can be built fills the cache and doesn't.</param>
/// <param name="Steps">The steps, in the order of the file.</param>
public sealed record HistoryForecast(int Commits, IReadOnlyList<StepCost> Steps)
{
    /// <summary>How many steps a commit rebuilds on average.</summary>
    public double StepsPerCommit => Commits == 0 ? 0 : Steps.Sum(s => s.Rebuilt) / (double)Commits;

    /// <summary>How many seconds a commit rebuilds on average, of the steps that have been measured; null when none has.</summary>
    public double? SecondsPerCommit => Commits == 0 || Steps.All(s => s.Seconds is null) ? null : Steps.Sum(s => s.Rebuilt * (s.Seconds ?? 0)) / Commits;

    /// <summary>Replays a history.</summary>
    /// <param name="subject">What is built of each commit.</param>
    /// <param name="commits">The commits, the oldest first. Those that lack what the Dockerfile copies are passed over.</param>
    /// <param name="times">How long steps take.</param>
    /// <returns>The forecast.</returns>
    public static HistoryForecast Of(Func<Commit, BuildSubject> subject, IEnumerable<Commit> commits, StepTimes times)
    {
        var cache = new CacheForecast();
        var builds = commits.Select(c => cache.Build(subject(c), c.Tree)).OfType<IReadOnlyList<StepForecast>>().ToList();
        if (builds.Count == 0)
        {
            return new(0, []);
        }

        var steps = builds[0].Select((first, index) =>
        {
            var rebuilt = builds.Skip(1).Select(b => b[index]).Where(s => !s.IsCached).ToList();
            var blame = rebuilt.SelectMany(s => s.Blame).CountBy(f => f).Select(f => new BlamedFile(f.Key, f.Value));
            return new StepCost(
                first.Step, rebuilt.Count, times.Of(first.Step), [.. blame.OrderByDescending(b => b.Commits).ThenBy(b => b.Path, StringComparer.Ordinal)]);
        });
        return new(builds.Count - 1, [.. steps]);
    }

    /// <summary>How many commits there are in a month, after those that are known.</summary>
    /// <param name="commits">The commits, the oldest first.</param>
    /// <returns>Commits in 30 days; null when they tell nothing because they are all of one day.</returns>
    public static double? PerMonth(IReadOnlyList<Commit> commits)
    {
        var days = commits.Count < 2 ? 0 : (commits[^1].Time - commits[0].Time).TotalDays;
        return days < 1 ? null : (commits.Count - 1) / days * 30;
    }
}
