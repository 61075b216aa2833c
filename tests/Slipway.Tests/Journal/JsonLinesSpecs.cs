using System.Text.Json;
using Slipway.Observability.Journal;

namespace Slipway.Tests.Journal;

/// <summary>The journal as a file.</summary>
public sealed class JsonLinesSpecs
{
    [Fact]
    public void Each_event_is_one_line_of_json()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "journal", "run.jsonl");
        using (var sink = new JsonLinesSink(path))
        {
            var at = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
            sink.Write(new JournalEvent(at, JournalEventKind.StepStarted, "Switch", "docker exec \"x\"\nand more"));
            sink.Write(new JournalEvent(at, JournalEventKind.StepFinished, "Switch", null, "success", TimeSpan.FromMilliseconds(1234.56789)));
        }

        var lines = File.ReadAllLines(path).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        lines.Count.ShouldBe(2);
        lines[0].GetProperty("text").GetString().ShouldBe("docker exec \"x\"\nand more");
        lines[0].TryGetProperty("result", out _).ShouldBeFalse();
        (lines[1].GetProperty("kind").GetString(), lines[1].GetProperty("result").GetString(), lines[1].GetProperty("seconds").GetDouble()).ShouldBe(("StepFinished", "success", 1.2346));
    }

    [Fact]
    public void An_event_can_be_read_while_the_run_goes_on()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "run.jsonl");
        using var sink = new JsonLinesSink(path);

        sink.Write(new JournalEvent(DateTimeOffset.UnixEpoch, JournalEventKind.PhaseStarted, "Lock"));

        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        reader.ReadToEnd().ShouldContain("\"phase\":\"Lock\"");
    }

    [Fact]
    public void A_journal_that_says_nothing_leaves_no_file()
    {
        using var folder = new TemporaryFolder();

        new JsonLinesSink(Path.Combine(folder.Path, "run.jsonl")).Dispose();

        Directory.EnumerateFiles(folder.Path).ShouldBeEmpty();
    }
}
