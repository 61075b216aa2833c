using Slipway.Engine.Commands;
using Slipway.Engine.Errors;
using Slipway.Testing;

namespace Slipway.Engine.Tests.Commands;

/// <summary>Programs that are really run.</summary>
public sealed class CommandRunnerSpecs
{
    private static readonly CommandRunner Runner = new("unix:///nowhere.sock");

    [Fact]
    public async Task A_failed_command_is_no_exception_and_keeps_its_last_errors()
    {
        var outcome = await RunAsync("for i in $(seq 30); do echo error $i >&2; done; echo answer; exit 7");

        (outcome.ExitCode, outcome.Output).ShouldBe((7, "answer\n"));
        outcome.LastErrors.Count.ShouldBe(20);
        outcome.LastErrors[^1].ShouldBe("error 30");
    }

    [Fact]
    public async Task Lines_come_as_they_are_printed()
    {
        var first = new TaskCompletionSource<string>();
        using var folder = new TemporaryFolder();
        var gate = Path.Combine(folder.Path, "gate");

        // The command prints its second line only after the first has arrived here.
        var run = Runner.RunAsync(
            Shell($"mkfifo {gate}; echo one; read x < {gate}; echo $x"), line => first.TrySetResult(line), TestContext.Current.CancellationToken);
        (await first.Task).ShouldBe("one");
        await File.WriteAllTextAsync(gate, "two\n", TestContext.Current.CancellationToken);

        (await run).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task The_engine_and_the_variables_of_the_command_are_handed_on()
    {
        var command = Shell("echo $DOCKER_HOST $COLOUR; pwd") with { Environment = new Dictionary<string, string> { ["COLOUR"] = "green" }, Folder = "/" };

        var outcome = await Runner.RunAsync(command, null, TestContext.Current.CancellationToken);

        outcome.Output.ShouldBe("unix:///nowhere.sock green\n/\n");
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_told_with_the_remedy()
    {
        var error = await Should.ThrowAsync<SlipwayException>(
            () => Runner.RunAsync(new CommandLine(["no-such-program"]), null, TestContext.Current.CancellationToken));

        error.Code.ShouldBe(ExitCode.MissingPart);
        error.Message.ShouldStartWith("\"no-such-program\" can't be started");
        error.Message.ShouldContain("./build.sh --bootstrap");
    }

    [Fact]
    public async Task Output_is_copied_byte_for_byte()
    {
        using var copy = new MemoryStream();

        await Runner.StreamAsync(Shell("printf 'a\\000\\377\\r\\n'"), copy, TestContext.Current.CancellationToken);

        copy.ToArray().ShouldBe([97, 0, 255, 13, 10]);
    }

    [Fact]
    public async Task Cancelling_ends_a_command_politely()
    {
        using var stop = new CancellationTokenSource();
        var lines = new List<string>();
        var run = Runner.RunAsync(
            Shell("trap 'echo goodbye; exit 1' TERM; echo ready; while :; do :; done"),
            line =>
            {
                lines.Add(line);
                if (line == "ready")
                {
                    stop.CancelAfter(TimeSpan.Zero);
                }
            },
            stop.Token);

        await Should.ThrowAsync<OperationCanceledException>(() => run);

        lines.ShouldBe(["ready", "goodbye"]);
    }

    [Fact]
    public async Task Who_ignores_the_polite_signal_is_killed()
    {
        using var stop = new CancellationTokenSource();
        var process = 0;
        var run = Runner.RunAsync(
            Shell("trap '' INT TERM; echo $$; while :; do sleep 0.05; done"),
            line =>
            {
                process = int.Parse(line, System.Globalization.CultureInfo.InvariantCulture);
                stop.CancelAfter(TimeSpan.Zero);
            },
            stop.Token);

        await Should.ThrowAsync<OperationCanceledException>(() => run);

        Directory.Exists($"/proc/{process}").ShouldBeFalse();
    }

    private static CommandLine Shell(string script) => new(["/bin/sh", "-c", script]);

    private static Task<CommandOutcome> RunAsync(string script) => Runner.RunAsync(Shell(script), null, TestContext.Current.CancellationToken);
}
