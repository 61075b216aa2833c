using Slipway.Observability.Console;
using Slipway.Observability.Journal;
using Slipway.Testing.Journal;

namespace Slipway.Observability.Tests.Console;

/// <summary>What a person sees of a run.</summary>
public sealed class ConsoleSpecs
{
    private readonly List<string> _shown = [];

    [Fact]
    public void What_a_step_says_is_shown_when_it_says_it_and_without_secrets()
    {
        using var journal = Journal(_ => { });
        var phase = journal.Start(RunAction.Deploy, "r1").Phase("Switch", null);
        var step = phase.Step("switch");

        step.Output("a line with hunter22");
        _shown.ShouldBe(["line: a line with *****"]);
        step.Note("a note");
        step.Progress("half");
        step.Retry("refused");
        phase.Finish(RunResult.Success);

        _shown.ShouldBe(["line: a line with *****", "note: a note", "progress: half", "note: again: switch (refused)"]);
    }

    [Fact]
    public void It_is_shown_on_the_thread_that_says_it()
    {
        var thread = 0;
        using var journal = Journal(_ => thread = Environment.CurrentManagedThreadId);

        journal.Start(RunAction.Deploy, "r1").Note("a note");

        thread.ShouldBe(Environment.CurrentManagedThreadId);
    }

    [Fact]
    public void A_console_that_is_gone_fails_nobody_and_is_told_once()
    {
        var kept = new RecordingSink();
        var tries = 0;
        using (var journal = Journal(Gone, kept))
        {
            var run = journal.Start(RunAction.Deploy, "r1");
            run.Note("one");
            run.Note("two");
        }

        tries.ShouldBe(1);
        kept.Entries.Where(e => e.Kind == JournalEventKind.Note).Select(e => e.Text)
            .ShouldBe(["one", "the console can't be written: broken pipe", "two"]);

        void Gone(string note)
        {
            tries++;
            throw new IOException("broken pipe");
        }
    }

    private RunJournal Journal(Action<string> note, params IEnumerable<IJournalSink> others)
    {
        var console = new ConsoleSink(l => _shown.Add($"line: {l}"), Both, p => _shown.Add($"progress: {p}"));
        return new RunJournal(TimeProvider.System, new SecretMask(["hunter22"]), [console, .. others]);

        void Both(string text)
        {
            _shown.Add($"note: {text}");
            note(text);
        }
    }
}
