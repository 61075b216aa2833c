using Microsoft.Extensions.Time.Testing;
using Slipway.Graph.Output;
using Slipway.Graph.Scopes;
using Slipway.Graph.Tests.Harness;
using Slipway.Testing;

namespace Slipway.Graph.Tests.Output;

public sealed class LiveFooterSpecs
{
    [Fact]
    public void It_shows_what_runs_since_when_how_far_and_what_is_left()
    {
        var time = new FakeTimeProvider();
        var terminal = new RecordedTerminal { IsInteractive = true, Width = 60, Height = 8 };
        var footer = new LiveFooter(terminal, time);
        footer.Begin(new Lock(), () => 3);
        try
        {
            footer.Add(Scope("PullImages", new TaskProgress("layer 4 of 10\r", 0.4)));
            time.Advance(TimeSpan.FromSeconds(63));
            footer.Add(Scope("Backup", new TaskProgress("dumping a database with a name that does not fit any more", null)));
            foreach (var name in (string[])["Lock", "Preflight", "CleanUp", "PrepareEnvironment", "Probe"])
            {
                footer.Add(Scope(name, null));
            }

            footer.Remove(footer.Running[2]);

            Golden.ShouldBe(footer.Render(), "live.txt");
        }
        finally
        {
            footer.End();
        }
    }

    [Fact]
    public async Task A_terminal_is_left_with_its_cursor_shown_and_nothing_of_the_live_view()
    {
        using var script = DummyProcess.StartOnTerminal("host", "show", "1");

        var text = await script.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await script.WaitForExitAsync(TestContext.Current.CancellationToken);

        text.ShouldContain("running, ");
        text.ShouldMatch(@"layer \d+ of 10");
        text.LastIndexOf("\e[?25h", StringComparison.Ordinal).ShouldBeGreaterThan(text.LastIndexOf("\e[?25l", StringComparison.Ordinal));
        text[text.LastIndexOf("\e[?25h", StringComparison.Ordinal)..].ShouldNotContain("running, ");
        text.ShouldContain("Wall time");
    }

    private static TaskScope Scope(string name, TaskProgress? progress) => new(name, new TaskBlock(), CancellationToken.None) { Progress = progress };
}
