using Microsoft.Extensions.Time.Testing;
using Slipway.Deployment.Planning.Steps;
using Slipway.Engine.Commands;
using Slipway.Engine.Errors;
using Slipway.Observability.Journal;

namespace Slipway.Deployment.Tests.Execution;

/// <summary>Steps are executed in order, side by side where they say so, again where that is safe, and never longer than they may.</summary>
public sealed class PlanExecutorSpecs : IDisposable
{
    private readonly ExecutionScene _scene = new();

    [Fact]
    public async Task Steps_run_one_after_the_other()
    {
        await _scene.RunAsync(_scene.Shell("echo one"), _scene.Shell("echo two"), _scene.Shell("echo three"));

        _scene.Lines.ShouldBe(["one", "two", "three"]);
        _scene.Steps().Select(e => $"{e.Kind} {e.Result}").ShouldBe(
            ["StepStarted ", "StepFinished success", "StepStarted ", "StepFinished success", "StepStarted ", "StepFinished success"]);
    }

    [Fact]
    public async Task Steps_that_are_beside_each_other_run_at_once()
    {
        // Each waits for the other: one after the other they would wait for ever.
        await _scene.RunAsync(
            _scene.Shell("mkfifo a b; : > ready; echo x > a; read y < b; echo first $y"),
            _scene.Shell("until [ -f ready ]; do :; done; read x < a; echo z > b; echo second $x") with { Parallel = true },
            _scene.Shell("echo third"));

        _scene.Lines.Order().ShouldBe(["first z", "second x", "third"]);
        _scene.Lines.Last().ShouldBe("third");
    }

    [Fact]
    public async Task A_step_that_comes_after_another_is_beside_what_that_one_is_beside()
    {
        // The first waits for what comes after its neighbour.
        await _scene.RunAsync(
            _scene.Shell("mkfifo a; : > ready; read x < a; echo first $x"),
            _scene.Shell("until [ -f ready ]; do :; done; echo second") with { Parallel = true },
            _scene.Shell("echo third > a; echo third") with { Then = true },
            _scene.Shell("echo last"));

        _scene.Lines.Last().ShouldBe("last");
        _scene.Lines.Order().ShouldBe(["first third", "last", "second", "third"]);
    }

    [Fact]
    public async Task After_a_failure_nothing_further_is_done()
    {
        var error = await Should.ThrowAsync<SlipwayException>(() => _scene.RunAsync(_scene.Shell("echo oh no >&2; exit 3"), _scene.Shell("touch never")));

        error.Code.ShouldBe(ExitCode.Failed);
        error.Message.ShouldEndWith("exit code 3: oh no");
        _scene.Exists("never").ShouldBeFalse();
        _scene.Steps()[^1].Result.ShouldBe("failure");
    }

    [Fact]
    public async Task A_failure_ends_what_runs_beside_it()
    {
        var error = await Should.ThrowAsync<SlipwayException>(() => _scene.RunAsync(
            _scene.Shell("mkfifo go; echo x > go; sleep 300; touch never"),
            _scene.Shell("until [ -p go ]; do :; done; read x < go; exit 4") with { Parallel = true }));

        error.Message.ShouldContain("exit code 4");
        _scene.Exists("never").ShouldBeFalse();
        _scene.Steps().Where(e => e.Kind == JournalEventKind.StepFinished).Select(e => e.Result).Order().ShouldBe(["cancellation", "failure"]);
    }

    [Fact]
    public async Task What_may_fail_is_noted_and_passed_over()
    {
        await _scene.RunAsync(_scene.Shell("exit 5") with { ContinueOnError = true }, _scene.Shell("echo on"));

        _scene.Lines.ShouldBe(["on"]);
        _scene.Notes.ShouldHaveSingleItem().ShouldContain("exit code 5");
    }

    [Fact]
    public async Task What_may_be_tried_again_is_tried_again()
    {
        await _scene.RunAsync(_scene.Shell("echo x >> tries; [ $(wc -l < tries) -ge 3 ]") with { MaxAttempts = 3 });

        _scene.Steps().Select(e => e.Kind).ShouldBe(
            [JournalEventKind.StepStarted, JournalEventKind.StepRetried, JournalEventKind.StepRetried, JournalEventKind.StepFinished]);
        _scene.Notes.Count.ShouldBe(2);
    }

    [Fact]
    public async Task After_the_last_try_it_has_failed()
    {
        await Should.ThrowAsync<SlipwayException>(() => _scene.RunAsync(_scene.Shell("echo x >> tries; false") with { MaxAttempts = 2 }));

        (await File.ReadAllLinesAsync(Path.Combine(_scene.Folder, "tries"), TestContext.Current.CancellationToken)).Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_program_that_is_missing_is_not_tried_again()
    {
        var step = new CommandStep(new CommandLine(["no-such-program"])) { Purpose = "test", MaxAttempts = 3 };

        (await Should.ThrowAsync<SlipwayException>(() => _scene.RunAsync(step))).Code.ShouldBe(ExitCode.MissingPart);

        _scene.Steps().ShouldNotContain(e => e.Kind == JournalEventKind.StepRetried);
    }

    [Fact]
    public async Task A_step_that_takes_too_long_is_ended_and_told()
    {
        var time = new FakeTimeProvider();
        using var scene = new ExecutionScene(time) { OnLine = _ => time.Advance(TimeSpan.FromMinutes(1)) };

        var error = await Should.ThrowAsync<SlipwayException>(() => scene.RunAsync(scene.Shell("echo begun; sleep 300") with { Timeout = TimeSpan.FromSeconds(50) }));

        error.Message.ShouldEndWith("not done after 50 s");
        scene.Steps()[^1].Result.ShouldBe("failure");
    }

    [Fact]
    public async Task A_cancelled_run_leaves_no_process_behind()
    {
        using var stop = new CancellationTokenSource();
        var child = 0;
        _scene.OnLine = line =>
        {
            child = int.Parse(line, System.Globalization.CultureInfo.InvariantCulture);
            stop.CancelAfter(TimeSpan.Zero);
        };

        await Should.ThrowAsync<OperationCanceledException>(() => _scene.RunAsync(stop.Token, _scene.Shell("sleep 300 & echo $!; wait"), _scene.Shell("touch never")));

        IsGone(child).ShouldBeTrue();
        _scene.Exists("never").ShouldBeFalse();
        _scene.Steps()[^1].Result.ShouldBe("cancellation");
    }

    [Fact]
    public async Task A_lock_that_is_lost_ends_the_run_before_the_next_change()
    {
        var lost = new SlipwayException(ExitCode.Locked, "lost");
        _scene.OnLine = _ => _scene.Demand = _ => Task.FromException(lost);

        var error = await Should.ThrowAsync<SlipwayException>(() => _scene.RunAsync(_scene.Shell("echo one"), _scene.Shell("touch never") with { ContinueOnError = true, MaxAttempts = 3 }));

        error.ShouldBe(lost);
        _scene.Exists("never").ShouldBeFalse();
        _scene.Steps().ShouldNotContain(e => e.Kind == JournalEventKind.StepRetried);
    }

    [Fact]
    public async Task A_file_is_written_at_once_or_not_at_all()
    {
        var path = Path.Combine(_scene.Folder, "state", "slots.yaml");
        await _scene.RunAsync(new WriteFileStep(path, "slots.yaml", "one\n") { Purpose = "test" }, new WriteFileStep(path, "slots.yaml", "two\n") { Purpose = "test" });

        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ShouldBe("two\n");
        Directory.EnumerateFiles(Path.GetDirectoryName(path)!).Select(Path.GetFileName).Order().ShouldBe([".gitignore", "slots.yaml"]);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_told_by_its_name()
    {
        var path = Path.Combine(_scene.Folder, "state", "slots.yaml");
        Directory.CreateDirectory(path);

        var error = await Should.ThrowAsync<SlipwayException>(() => _scene.RunAsync(new WriteFileStep(path, "slots.yaml", "one\n") { Purpose = "test" }));

        error.Code.ShouldBe(ExitCode.Refused);
        error.Message.ShouldStartWith("slots.yaml can't be written");
    }

    public void Dispose() => _scene.Dispose();

    // A process that has ended may wait to be collected by its parent.
    private static bool IsGone(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..][0] is 'Z' or 'X';
        }
        catch (IOException)
        {
            return true;
        }
    }
}
