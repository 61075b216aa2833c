using Cake.Core;
using Slipway.Graph.Output;
using Slipway.Graph.Tests.Harness;

namespace Slipway.Graph.Tests.Output;

public sealed class ConsoleSpecs
{
    [Fact]
    public async Task What_tasks_write_to_the_console_stays_in_their_blocks()
    {
        using var host = DummyProcess.StartAlone("host", "console");

        var text = await host.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await host.WaitForExitAsync(TestContext.Current.CancellationToken);

        host.ExitCode.ShouldBe(0);
        foreach (var name in (string[])["A", "B", "C"])
        {
            var lines = string.Concat(Enumerable.Range(0, 500).Select(i => $"{name} {i}\n"));
            text.ShouldContain($"=== {name}\n{lines}=== {name}: ");
        }
    }

    [Fact]
    public async Task The_start_of_a_line_waits_for_its_end_and_a_task_has_its_own_colours()
    {
        using var host = new EngineHost(terminal: new RecordedTerminal { UsesColour = true });
        var console = host.Get<IConsole>();
        host.Task("A").Does(() =>
        {
            console.ForegroundColor = ConsoleColor.Red;
            console.Write("{0}, ", "one");
            console.ResetColor();
            console.WriteLine("two");
        });
        host.Task("B", "A").Does(() => console.WriteLine("three"));

        await host.RunAsync("B");

        host.Terminal.Out.ShouldContain("\e[91mone, \e[0mtwo\n");
        host.Terminal.Out.ShouldContain("\nthree\n");
    }

    [Fact]
    public async Task A_line_without_an_end_is_shown_when_its_task_ends()
    {
        using var host = new EngineHost();
        host.Task("A").Does(() => host.Get<IConsole>().Write("no end"));

        await host.RunAsync("A");

        host.Terminal.Out.ShouldStartWith("=== A\nno end\n=== A: ");
    }

    [Fact]
    public void NO_COLOR_and_a_redirection_turn_colours_off()
    {
        // The test itself runs with its output redirected.
        using var terminal = new ConsoleTerminal(null);

        terminal.UsesColour.ShouldBe(!Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")));
    }
}
