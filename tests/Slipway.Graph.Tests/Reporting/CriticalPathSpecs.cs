using CsCheck;
using Slipway.Graph.Records;
using Slipway.Graph.Reporting;

namespace Slipway.Graph.Tests.Reporting;

public sealed class CriticalPathSpecs
{
    [Fact]
    public void It_is_the_longest_chain_and_others_have_slack()
    {
        var path = new CriticalPath([Record("A", 2), Record("B", 5, "A"), Record("C", 1, "A"), Record("D", 1, "B", "C")]);

        path.Tasks.ShouldBe(["A", "B", "D"]);
        path.Duration.ShouldBe(TimeSpan.FromSeconds(8));
        path.SlackOf("C").ShouldBe(TimeSpan.FromSeconds(4));
        path.SlackOf("B").ShouldBe(TimeSpan.Zero);
        path.SlackOf("X").ShouldBeNull();
    }

    [Fact]
    public void A_task_that_takes_its_slack_longer_leaves_the_path_as_long_and_any_more_lengthens_it() => Graphs.Sample(
        tasks =>
        {
            var path = new CriticalPath(tasks);
            for (var i = 0; i < tasks.Length; i++)
            {
                var slack = path.SlackOf(tasks[i].Name)!.Value;

                With(tasks, i, slack).Duration.ShouldBe(path.Duration);
                With(tasks, i, slack + TimeSpan.FromSeconds(1)).Duration.ShouldBe(path.Duration + TimeSpan.FromSeconds(1));
            }
        },
        iter: 300);

    private static readonly Gen<TaskRecord[]> Graphs =
        from count in Gen.Int[1, 12]
        from durations in Gen.Int[0, 9].Array[count]
        from edges in Gen.Select(Gen.Int[0, 11], Gen.Int[0, 11]).List[0, 20]
        select Enumerable.Range(0, count).Select(task => Record(
            $"T{task}", durations[task], [.. edges.Where(e => e.Item2 == task && e.Item1 < task).Select(e => $"T{e.Item1}").Distinct()])).ToArray();

    private static CriticalPath With(TaskRecord[] tasks, int index, TimeSpan more) =>
        new(tasks.Select((t, i) => i == index ? t with { Duration = t.Duration + more } : t));

    private static TaskRecord Record(string name, double seconds, params string[] dependencies) =>
        new(name, TaskOutcome.Run, null, TimeSpan.Zero, TimeSpan.FromSeconds(seconds), dependencies);
}
