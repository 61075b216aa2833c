using Microsoft.Extensions.Time.Testing;
using Slipway.Observability.Journal;
using Slipway.Testing.Journal;

namespace Slipway.Observability.Tests.Journal;

/// <summary>Runs, phases and steps: what is part of what, how long it took and how it ended.</summary>
public sealed class RunScopeSpecs : IDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private readonly RecordingSink _sink = new();
    private readonly RunJournal _journal;

    public RunScopeSpecs() => _journal = new RunJournal(_time, SecretMask.None, _sink);

    [Fact]
    public void An_event_knows_its_run_its_phase_its_step_and_what_they_are_for()
    {
        var run = _journal.Start(RunAction.Rollback, "r1");
        run.Skip("Migrate", "no migration");
        var phase = run.Phase("Switch", "r2 -> r1");
        var step = phase.Step("docker exec proxy", "bot", "blue");
        step.Output("switched");
        step.Finish(RunResult.Success);
        phase.Finish(RunResult.Success);
        run.Finish();

        var entries = Entries();
        entries.Select(e => Words($"{e.Id}<{e.Parent}", $"{e.Kind}", e.Phase, e.Service, e.Slot, e.Text, e.Result)).ShouldBe(
        [
            "0< RunStarted",
            "1<0 PhaseSkipped Migrate no migration",
            "2<0 PhaseStarted Switch r2 -> r1",
            "3<2 StepStarted Switch bot blue docker exec proxy",
            "3<2 Output Switch bot blue switched",
            "3<2 StepFinished Switch bot blue docker exec proxy success",
            "2<0 PhaseFinished Switch success",
            "0< RunFinished success",
        ]);
        entries.ShouldAllBe(e => e.Run == entries[0].Run && e.Action == RunAction.Rollback && e.Release == "r1");
    }

    [Fact]
    public void What_has_ended_says_how_long_it_took()
    {
        var run = _journal.Start(RunAction.Deploy, "r1");
        _time.Advance(TimeSpan.FromSeconds(1));
        var phase = run.Phase("Switch", null);
        _time.Advance(TimeSpan.FromSeconds(2));
        var step = phase.Step("switch");
        _time.Advance(TimeSpan.FromSeconds(4));
        step.Finish(RunResult.Failure);
        phase.Finish(RunResult.Failure, "refused");
        run.Finish();

        Entries().Where(e => e.Duration is not null).Select(e => (e.Kind, e.Text, e.Duration!.Value.TotalSeconds)).ShouldBe(
        [
            (JournalEventKind.StepFinished, "switch", 4.0),
            (JournalEventKind.PhaseFinished, "refused", 6.0),
            (JournalEventKind.RunFinished, null, 7.0),
        ]);
    }

    [Theory]
    [InlineData(RunResult.Success)]
    [InlineData(RunResult.Success, RunResult.Success, RunResult.Success)]
    [InlineData(RunResult.Failure, RunResult.Success, RunResult.Failure)]
    [InlineData(RunResult.Failure, RunResult.Failure, RunResult.Cancellation)]
    [InlineData(RunResult.Failure, RunResult.Cancellation, RunResult.Failure)]
    [InlineData(RunResult.Cancellation, RunResult.Cancellation, RunResult.Success)]
    public void A_run_ends_as_the_worst_of_its_phases(string expected, params string[] phases)
    {
        var run = _journal.Start(RunAction.Deploy, "r1");
        foreach (var result in phases)
        {
            run.Phase("A", null).Finish(result);
        }

        run.Finish();

        Entries()[^1].Result.ShouldBe(expected);
    }

    [Fact]
    public void Names_of_runs_are_short_and_unique_and_sort_like_their_starts()
    {
        for (var i = 0; i < 300; i++)
        {
            _journal.Start(RunAction.Deploy, "r1");
            _time.Advance(TimeSpan.FromMilliseconds(1 << (i / 12)));
        }

        var names = Entries().Select(e => e.Run).ToList();
        names.ShouldAllBe(n => n.Length == 13 && n.All(char.IsAsciiLetterOrDigit));
        names.ShouldBe(names.Order(StringComparer.Ordinal));
        names.ShouldBeUnique();
    }

    public void Dispose()
    {
        _journal.Dispose();
        _sink.Dispose();
    }

    private static string Words(params string?[] words) => string.Join(' ', words.Where(w => w is not null));

    private IReadOnlyList<JournalEvent> Entries()
    {
        _journal.Dispose();
        return _sink.Entries;
    }
}
