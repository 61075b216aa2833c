using Microsoft.Extensions.Time.Testing;
using Slipway.Observability.Journal;
using Slipway.Observability.Records;
using Slipway.Observability.State;
using Slipway.Observability.Tests.State;
using Slipway.Testing;
using Slipway.Testing.Journal;

namespace Slipway.Observability.Tests.Records;

/// <summary>Runs become records when they end.</summary>
public sealed class HistorySinkSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_rollback_is_recorded_with_the_release_that_it_returned_to()
    {
        using (var journal = Journal())
        {
            var run = journal.Start(RunAction.Rollback, "r1");
            var phase = run.Phase("Rollback", null);
            _time.Advance(TimeSpan.FromSeconds(2));
            phase.Finish(RunResult.Success);
            _time.Advance(TimeSpan.FromSeconds(1));
            run.Finish();
        }

        var record = Records().ShouldHaveSingleItem();
        (record.Action, record.Release, record.Result, record.Duration).ShouldBe((RunAction.Rollback, "r1", RunResult.Success, TimeSpan.FromSeconds(3)));
        record.At.ShouldBe(_time.GetUtcNow());
        record.Phases.ShouldBe(new Dictionary<string, TimeSpan> { ["Rollback"] = TimeSpan.FromSeconds(2) });
    }

    [Fact]
    public void Of_a_run_that_failed_the_phases_that_ran_are_kept()
    {
        using (var journal = Journal())
        {
            var run = journal.Start(RunAction.Deploy, "r1");
            run.Phase("Lock", null).Finish(RunResult.Success);
            run.Skip("Migrate", "no migration");
            run.Phase("StartSlot", null).Finish(RunResult.Failure, "no");
            run.Finish();
        }

        var record = Records().ShouldHaveSingleItem();
        record.Result.ShouldBe(RunResult.Failure);
        record.Phases.Keys.ShouldBe(["Lock"]);
    }

    [Fact]
    public void A_run_that_did_nothing_is_no_deployment()
    {
        using (var journal = Journal())
        {
            var run = journal.Start(RunAction.Deploy, "r1");
            run.Phase("Preflight", null).Finish(RunResult.Failure, "refused");
            run.Finish();
        }

        Records().ShouldBeEmpty();
    }

    [Fact]
    public void A_run_does_not_inherit_the_phases_of_the_one_before()
    {
        using (var journal = Journal())
        {
            foreach (var name in new[] { "A", "B" })
            {
                var run = journal.Start(RunAction.Deploy, name);
                run.Phase(name, null).Finish(RunResult.Success);
                run.Finish();
            }
        }

        Records().Select(r => string.Join(' ', r.Phases.Keys)).ShouldBe(["A", "B"]);
    }

    [Fact]
    public void A_history_that_cannot_be_written_is_told_in_the_journal()
    {
        Directory.CreateDirectory(_folder.State.PathOf(StateFolder.History));
        var kept = new RecordingSink();
        using (var journal = Journal(kept))
        {
            var run = journal.Start(RunAction.Deploy, "r1");
            run.Phase("Lock", null).Finish(RunResult.Success);
            run.Finish();
        }

        kept.Entries[^1].Text.ShouldNotBeNull().ShouldStartWith("the history can't be written: ");
    }

    public void Dispose() => _folder.Dispose();

    private RunJournal Journal(params IEnumerable<IJournalSink> others) =>
        new(_time, SecretMask.None, [new HistorySink(new DeploymentHistory(_folder.State)), .. others]);

    private IReadOnlyList<DeploymentRecord> Records() => new DeploymentHistory(_folder.State).Newest(20);
}
