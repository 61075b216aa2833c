using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Slipway.Observability.Journal;
using Slipway.Testing.Journal;

namespace Slipway.Observability.Tests.Journal;

/// <summary>The one stream of a run's events.</summary>
public sealed class RunJournalSpecs
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_event_reaches_every_sink_in_order()
    {
        using var first = new RecordingSink();
        using var second = new RecordingSink();
        using (var journal = new RunJournal(new FakeTimeProvider(Noon), SecretMask.None, first, second))
        {
            var run = journal.Start(RunAction.Deploy, "r1");
            for (var i = 0; i < 1000; i++)
            {
                run.Output($"line {i}");
            }
        }

        first.Entries.Skip(1).Select(e => e.Text).ShouldBe(Enumerable.Range(0, 1000).Select(i => $"line {i}"));
        second.Entries.ShouldBe(first.Entries);
        first.Entries.ShouldAllBe(e => e.At == Noon);
        first.IsDisposed.ShouldBeTrue();
    }

    [Fact]
    public void Events_of_many_threads_all_arrive()
    {
        using var sink = new RecordingSink();
        using (var journal = new RunJournal(TimeProvider.System, SecretMask.None, sink))
        {
            var run = journal.Start(RunAction.Deploy, "r1");
            var writers = Enumerable.Range(0, 8).Select(w => new Thread(() => Write(run.Phase($"phase {w}", null)))).ToList();
            writers.ForEach(w => w.Start());
            writers.ForEach(w => w.Join());
        }

        var lines = sink.Entries.Where(e => e.Kind == JournalEventKind.Output).ToList();
        lines.Count.ShouldBe(8 * 500);
        lines.GroupBy(e => e.Phase).ShouldAllBe(g => g.Select(e => int.Parse(e.Text!, CultureInfo.InvariantCulture)).SequenceEqual(Enumerable.Range(0, 500)));
        sink.Entries.Where(e => e.Kind == JournalEventKind.PhaseStarted).Select(e => e.Id).Order().ShouldBe(Enumerable.Range(1, 8));

        static void Write(JournaledPhase phase)
        {
            for (var i = 0; i < 500; i++)
            {
                phase.Output($"{i}");
            }
        }
    }

    [Fact]
    public void A_sink_that_throws_is_left_out_and_the_others_are_told_and_go_on()
    {
        using var broken = new RecordingSink { OnWrite = e => throw new IOException("disk full") };
        using var sound = new RecordingSink();
        using (var journal = new RunJournal(TimeProvider.System, SecretMask.None, sound, broken))
        {
            journal.Start(RunAction.Deploy, "r1").Finish();
        }

        sound.Entries.Select(e => $"{e.Kind} {e.Text}".TrimEnd()).ShouldBe(["RunStarted", "Note the recording can't be written: disk full", "RunFinished"]);
        broken.Entries.ShouldBeEmpty();
        broken.IsDisposed.ShouldBeTrue();
    }

    [Fact]
    public void A_sink_that_cannot_be_closed_fails_nobody()
    {
        using var sound = new RecordingSink();
        var broken = new RecordingSink { OnDispose = () => throw new IOException("disk full") };
        var journal = new RunJournal(TimeProvider.System, SecretMask.None, broken, sound);
        journal.Start(RunAction.Deploy, "r1");

        journal.Dispose();

        sound.IsDisposed.ShouldBeTrue();
    }

    [Fact]
    public void A_sink_that_blocks_does_not_hold_up_who_writes()
    {
        using var gate = new ManualResetEventSlim();
        using var slow = new RecordingSink { OnWrite = _ => gate.Wait() };
        var journal = new RunJournal(TimeProvider.System, SecretMask.None, slow);

        // Were a write to wait for the sink, this would never end.
        var run = journal.Start(RunAction.Deploy, "r1");
        for (var i = 0; i < 10_000; i++)
        {
            run.Output("line");
        }

        slow.Entries.ShouldBeEmpty();
        gate.Set();
        journal.Dispose();
        slow.Entries.Count.ShouldBe(10_001);
    }

    [Fact]
    public void A_sink_that_blocks_for_good_does_not_hold_up_the_end()
    {
        using var gate = new ManualResetEventSlim();
        var stuck = new RecordingSink { OnWrite = _ => gate.Wait() };
        var journal = new RunJournal(TimeProvider.System, SecretMask.None, stuck);
        journal.Start(RunAction.Deploy, "r1");

        journal.Dispose();

        stuck.IsDisposed.ShouldBeFalse();
        gate.Set();
    }

    [Fact]
    public void What_comes_after_the_end_is_no_error()
    {
        using var sink = new RecordingSink();
        var journal = new RunJournal(TimeProvider.System, SecretMask.None, sink);
        var run = journal.Start(RunAction.Deploy, "r1");
        journal.Dispose();

        run.Output("late");
        journal.Dispose();

        sink.Entries.Count.ShouldBe(1);
    }

    [Fact]
    public void No_sink_ever_sees_a_secret()
    {
        using var sink = new RecordingSink();
        using (var journal = new RunJournal(TimeProvider.System, new SecretMask(["hunter22"]), sink))
        {
            var step = journal.Start(RunAction.Deploy, "r1").Phase("Migrate", null).Step("migrate");
            step.Output("postgres://me:hunter22@db/hunter22");
            step.Retry("wrong password hunter22");
        }

        sink.Entries[^2].Text.ShouldBe("postgres://me:*****@db/*****");
        sink.Entries[^1].Result.ShouldBe("wrong password *****");
    }
}
