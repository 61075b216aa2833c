using System.Text;
using CsCheck;
using Slipway.Observability.Journal;
using Slipway.Observability.Records;
using Slipway.Observability.State;
using Slipway.Observability.Tests.State;
using Slipway.Testing;

namespace Slipway.Observability.Tests.Records;

/// <summary>Earlier deployments, and what is expected of the next one.</summary>
public sealed class HistorySpecs
{
    [Fact]
    public void Without_a_file_there_is_no_history()
    {
        using var folder = new TemporaryFolder();

        new DeploymentHistory(folder.State).Newest(20).ShouldBeEmpty();
    }

    [Fact]
    public void What_was_added_is_read_again_oldest_first()
    {
        using var folder = new TemporaryFolder();
        var history = new DeploymentHistory(folder.State);
        for (var i = 0; i < 5; i++)
        {
            history.Add(Record($"r{i}", i));
        }

        var newest = history.Newest(3);

        newest.Select(r => r.Release).ShouldBe(["r2", "r3", "r4"]);
        newest[0].Duration.ShouldBe(TimeSpan.FromSeconds(2));
        newest[0].Phases.ShouldBe(new Dictionary<string, TimeSpan> { ["Migrate"] = TimeSpan.FromSeconds(2) });
    }

    [Fact]
    public void A_release_that_serves_is_added_unless_the_newest_run_that_succeeded_led_to_it()
    {
        using var folder = new TemporaryFolder();
        var history = new DeploymentHistory(folder.State);
        history.Add(Record("r1", 1));
        history.Add(Record("r2", 2) with { Result = RunResult.Failure });
        history.Add(Record("r3", 3) with { Action = "Backup" });

        history.AddServing("r1", DateTimeOffset.UnixEpoch);
        history.AddServing("r2", DateTimeOffset.UnixEpoch);
        history.AddServing("r2", DateTimeOffset.UnixEpoch);

        history.Newest(9).Select(r => $"{r.Release} {r.Result}").ShouldBe(["r1 success", "r2 failure", "r3 success", "r2 success"]);
        history.Served()["r2"].ShouldBe(DateTimeOffset.UnixEpoch);
    }

    [Fact]
    public void A_release_served_when_one_of_its_runs_succeeded()
    {
        using var folder = new TemporaryFolder();
        var history = new DeploymentHistory(folder.State);
        history.Add(Record("good", 1) with { Result = RunResult.Failure });
        history.Add(Record("good", 2));
        history.Add(Record("bad", 3) with { Result = RunResult.Failure });

        history.Served().ShouldBe(new Dictionary<string, DateTimeOffset?> { ["good"] = Record("good", 2).At, ["bad"] = null }, ignoreOrder: true);
    }

    [Fact]
    public void A_file_cut_at_any_byte_loses_only_the_record_that_was_cut()
    {
        using var folder = new TemporaryFolder();
        var path = folder.State.PathOf(StateFolder.History);
        var history = new DeploymentHistory(folder.State);
        history.Add(Record("whole", 1));
        var first = new FileInfo(path).Length;
        history.Add(Record("cut", 2));
        var all = File.ReadAllBytes(path);

        for (var length = first; length < all.Length - 1; length++)
        {
            File.WriteAllBytes(path, all[..(int)length]);
            history.Newest(20).Select(r => r.Release).ShouldBe(["whole"], $"cut at {length}");
        }
    }

    [Fact]
    public void After_a_line_that_was_cut_off_the_next_record_is_not_lost()
    {
        using var folder = new TemporaryFolder();
        var path = folder.State.PathOf(StateFolder.History);
        var history = new DeploymentHistory(folder.State);
        history.Add(Record("one", 1));
        File.AppendAllText(path, "{\"at\":\"2026-11-2");

        history.Add(Record("two", 2));

        history.Newest(20).Select(r => r.Release).ShouldBe(["one", "two"]);
    }

    [Theory]
    [InlineData("\n\n")]
    [InlineData("no json\n")]
    [InlineData("[]\n42\nnull\n\"text\"\n")]
    [InlineData("{}\n{\"at\":\"x\",\"release\":1,\"result\":2,\"seconds\":\"a\",\"phases\":[]}\n")]
    [InlineData("{\"at\":\"2026-11-22T00:00:00Z\",\"release\":\"r\",\"result\":\"success\",\"seconds\":1e300,\"phases\":{}}\n")]
    public void Lines_of_anything_else_are_left_out(string text)
    {
        using var folder = new TemporaryFolder();
        folder.State.Write(StateFolder.History, Encoding.UTF8.GetBytes(text));

        new DeploymentHistory(folder.State).Newest(20).ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_end_of_a_long_history_is_read()
    {
        using var folder = new TemporaryFolder();
        var path = folder.State.PathOf(StateFolder.History);
        var history = new DeploymentHistory(folder.State);
        history.Add(Record("first", 1));
        var line = File.ReadAllText(path);
        File.WriteAllText(path, string.Concat(Enumerable.Repeat(line, 5000)));
        history.Add(Record("last", 1));

        history.Newest(20).Select(r => r.Release).ShouldBe([.. Enumerable.Repeat("first", 19), "last"]);
    }

    [Fact]
    public void The_expected_time_is_the_median_of_successful_runs()
    {
        var expected = new ExpectedTime([Record("a", 1), Record("b", 9), Record("c", 2), Record("d", 100) with { Result = "failure" }], RunAction.Deploy);

        expected.Runs.ShouldBe(3);
        expected.Of("Migrate").ShouldBe(TimeSpan.FromSeconds(2));
        expected.Of("Backup").ShouldBeNull();
    }

    [Fact]
    public void Rollbacks_say_nothing_of_how_long_a_deployment_takes()
    {
        var records = new[] { Record("a", 5), Record("b", 1) with { Action = RunAction.Rollback }, Record("c", 1) with { Action = RunAction.Rollback } };

        var deployment = new ExpectedTime(records, RunAction.Deploy);

        (deployment.Runs, deployment.Of("Migrate")).ShouldBe((1, TimeSpan.FromSeconds(5)));
        new ExpectedTime(records, RunAction.Rollback).Of("Migrate").ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void The_newest_of_one_action_are_found_among_the_others()
    {
        using var folder = new TemporaryFolder();
        var history = new DeploymentHistory(folder.State);
        foreach (var release in new[] { "a", "b", "c" })
        {
            history.Add(Record(release, 1));
            history.Add(Record(release, 1) with { Action = RunAction.Rollback });
        }

        history.Newest(2, RunAction.Deploy).Select(r => r.Release).ShouldBe(["b", "c"]);
        history.Newest(2).Select(r => r.Action).ShouldBe([RunAction.Deploy, RunAction.Rollback]);
    }

    [Fact]
    public void A_line_from_before_actions_were_recorded_is_a_deployment()
    {
        using var folder = new TemporaryFolder();
        folder.State.Write(
            StateFolder.History,
            """{"at":"2026-11-22T12:00:00+00:00","release":"r1","result":"success","seconds":9.5,"phases":{"Migrate":0.25}}"""u8);

        var record = new DeploymentHistory(folder.State).Newest(20).ShouldHaveSingleItem();

        (record.Action, record.Release, record.Duration, record.Phases["Migrate"]).ShouldBe(
            (RunAction.Deploy, "r1", TimeSpan.FromSeconds(9.5), TimeSpan.FromSeconds(0.25)));
    }

    [Fact]
    public void The_expected_time_lies_between_the_extremes() => Gen.Int[1, 1000].Array[1, 20].Sample(seconds =>
    {
        var expected = new ExpectedTime([.. seconds.Select(s => Record("r", s))], RunAction.Deploy).Of("Migrate")!.Value.TotalSeconds;

        expected.ShouldBeInRange(seconds.Min(), seconds.Max());
        seconds.Count(s => s < expected).ShouldBeLessThanOrEqualTo(seconds.Length / 2);
        seconds.Count(s => s > expected).ShouldBeLessThanOrEqualTo(seconds.Length / 2);
    });

    private static DeploymentRecord Record(string release, int seconds) => new(
        new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero),
        release,
        "success",
        TimeSpan.FromSeconds(seconds),
        new Dictionary<string, TimeSpan> { ["Migrate"] = TimeSpan.FromSeconds(seconds) });
}
