using Slipway.Dockerfiles.Forecasting;
using Slipway.Dockerfiles.Ignoring;
using Slipway.Dockerfiles.Progress;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Tests.Forecasting;

/// <summary>What a history would have cost.</summary>
public sealed class HistoryForecastSpecs
{
    private const string Slow = "FROM a\nCOPY . .\nRUN pip install -r requirements.txt\n";
    private const string Fast = "FROM a\nCOPY requirements.txt ./\nRUN pip install -r requirements.txt\nCOPY . .\n";
    private static readonly StepTimes Times = StepTimes.None.With([new BuildStep("", 3, "RUN pip install -r requirements.txt", false, 30)]);

    [Fact]
    public void Each_step_is_told_with_the_files_to_blame_and_the_seconds()
    {
        var forecast = Forecast(Slow, History("app.py", "app.py", "README.md", "requirements.txt"));

        forecast.Commits.ShouldBe(4);
        forecast.Steps.Select(s => (s.Step.Instruction.Name, s.Rebuilt, s.Seconds)).ShouldBe([("COPY", 4, null), ("RUN", 4, 30)]);
        forecast.Steps[1].Blame.ShouldBe([new BlamedFile("app.py", 2), new BlamedFile("README.md", 1), new BlamedFile("requirements.txt", 1)]);
        forecast.SecondsPerCommit.ShouldBe(30);
    }

    [Fact]
    public void A_better_order_costs_less()
    {
        var forecast = Forecast(Fast, History("app.py", "app.py", "README.md", "requirements.txt"));

        forecast.Steps.Select(s => s.Rebuilt).ShouldBe([1, 1, 4]);
        forecast.SecondsPerCommit.ShouldBe(7.5);
        forecast.StepsPerCommit.ShouldBe(1.5);
    }

    [Fact]
    public void What_is_ignored_rebuilds_nothing_and_what_can_not_be_built_does_not_count()
    {
        var history = History("README.md", "app.py");
        var older = new Commit("0", history[0].Time, new Dictionary<string, TreeFile>());

        Forecast(Fast, [older, .. history], "README.md").Steps.Select(s => s.Rebuilt).ShouldBe([0, 0, 1]);
        Forecast(Fast, [older]).ShouldSatisfyAllConditions(f => f.Commits.ShouldBe(0), f => f.SecondsPerCommit.ShouldBeNull());
    }

    [Fact]
    public void A_month_has_as_many_commits_as_the_last_ones_tell()
    {
        HistoryForecast.PerMonth(History("a", "b", "c")).ShouldBe(30);
        HistoryForecast.PerMonth(History()).ShouldBeNull();
    }

    /// <summary>A commit a day, each of which changes one file.</summary>
    private static List<Commit> History(params string[] changes)
    {
        var files = new Dictionary<string, TreeFile> { ["app.py"] = new("0", "100644"), ["README.md"] = new("0", "100644"), ["requirements.txt"] = new("0", "100644") };
        var commits = new List<Commit> { new("first", DateTimeOffset.UnixEpoch, files.ToDictionary()) };
        foreach (var change in changes)
        {
            files[change] = new($"{commits.Count}", "100644");
            commits.Add(new($"{commits.Count}", DateTimeOffset.UnixEpoch.AddDays(commits.Count), files.ToDictionary()));
        }

        return commits;
    }

    private static HistoryForecast Forecast(string dockerfile, IEnumerable<Commit> commits, string ignore = "") =>
        HistoryForecast.Of(_ => new(Dockerfile.Parse(SourceText.From("Dockerfile", dockerfile)), IgnoreFile.Parse(ignore)), commits, Times);
}
