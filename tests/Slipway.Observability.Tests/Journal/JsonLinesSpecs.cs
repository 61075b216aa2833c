using System.Text.Json;
using Slipway.Observability.Journal;
using Slipway.Observability.Tests.State;
using Slipway.Testing;

namespace Slipway.Observability.Tests.Journal;

/// <summary>The journal as a file.</summary>
public sealed class JsonLinesSpecs : IDisposable
{
    private const string Name = "journal/run.jsonl";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Each_event_is_one_line_of_json()
    {
        using (var sink = new JsonLinesSink(_folder.State, Name))
        {
            var at = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
            sink.Write(new JournalEvent(at, JournalEventKind.StepStarted, "Switch", "docker exec \"x\"\nand more"));
            sink.Write(new JournalEvent(at, JournalEventKind.StepFinished, "Switch", null, "success", TimeSpan.FromMilliseconds(1234.56789)));
        }

        var lines = Lines();
        lines.Count.ShouldBe(2);
        lines[0].GetProperty("text").GetString().ShouldBe("docker exec \"x\"\nand more");
        lines[0].TryGetProperty("result", out _).ShouldBeFalse();
        Text(lines[1], "kind", "result").ShouldBe("StepFinished success");
        lines[1].GetProperty("seconds").GetDouble().ShouldBe(1.2346);
    }

    [Fact]
    public void A_line_says_what_it_belongs_to()
    {
        var entry = new JournalEvent(DateTimeOffset.UnixEpoch, JournalEventKind.StepStarted, "Switch", "docker exec x")
        {
            Run = "01hxx",
            Id = 7,
            Parent = 5,
            Action = RunAction.Rollback,
            Release = "r1",
            Service = "bot",
            Slot = "blue",
        };

        using (var sink = new JsonLinesSink(_folder.State, Name))
        {
            sink.Write(entry);
        }

        _folder.Read(Name).ShouldBe(
            """{"at":"1970-01-01T00:00:00+00:00","kind":"StepStarted","run":"01hxx","id":7,"parent":5,"action":"Rollback","release":"r1",""" +
            """ "phase":"Switch","service":"bot","slot":"blue","text":"docker exec x"}""".TrimStart() + "\n");
    }

    [Fact]
    public void An_event_can_be_read_while_the_run_goes_on()
    {
        using var sink = new JsonLinesSink(_folder.State, Name);

        sink.Write(new JournalEvent(DateTimeOffset.UnixEpoch, JournalEventKind.PhaseStarted, "Lock"));

        using var reader = new StreamReader(new FileStream(_folder.State.PathOf(Name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        reader.ReadToEnd().ShouldContain("\"phase\":\"Lock\"");
    }

    [Fact]
    public void A_journal_that_says_nothing_leaves_no_file()
    {
        new JsonLinesSink(_folder.State, Name).Dispose();

        Directory.EnumerateFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Progress_is_for_the_moment_only()
    {
        using (var sink = new JsonLinesSink(_folder.State, Name))
        {
            sink.Write(new JournalEvent(DateTimeOffset.UnixEpoch, JournalEventKind.Progress, "Lock", "half"));
            sink.Write(new JournalEvent(DateTimeOffset.UnixEpoch, JournalEventKind.Note, "Lock", "done"));
        }

        Lines().Select(l => Text(l, "kind", "text")).ShouldBe(["Note done"]);
    }

    public void Dispose() => _folder.Dispose();

    private List<JsonElement> Lines() => [.. File.ReadAllLines(_folder.State.PathOf(Name)).Select(l => JsonDocument.Parse(l).RootElement)];

    private static string Text(JsonElement line, params string[] keys) => string.Join(' ', keys.Select(k => line.GetProperty(k).GetString()));
}
