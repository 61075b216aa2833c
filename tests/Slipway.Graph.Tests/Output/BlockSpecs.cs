using Cake.Core;
using Cake.Core.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using Slipway.Graph.Tests.Harness;
using Slipway.Testing;

namespace Slipway.Graph.Tests.Output;

public sealed class BlockSpecs
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    [Theory]
    [InlineData("plain", "", "")]
    [InlineData("github", "GITHUB_ACTIONS", "true")]
    [InlineData("gitlab", "GITLAB_CI", "true")]
    [InlineData("azure", "TF_BUILD", "True")]
    [InlineData("teamcity", "TEAMCITY_VERSION", "2025.1")]
    public async Task Blocks_of_tasks_are_folded_the_way_each_CI_service_wants(string file, string variable, string value)
    {
        var terminal = new RecordedTerminal { Variables = { [variable] = value } };
        using var host = Host(terminal);
        host.Task("Pull [all]").Does(context =>
        {
            // The clock stands still until the other block is written.
            SpinWait.SpinUntil(() => terminal.Out.Contains("=== Back up: ", StringComparison.Ordinal));
            context.Log.Information("layer 1");
            _time.Advance(TimeSpan.FromSeconds(2));
            context.Log.Warning("layer 2 is {0} MB", 400);
        });
        host.Task("Back up").Does(context =>
        {
            context.Log.Information("dump\nverify\n");
        });
        host.Task("Migrate", "Pull [all]", "Back up").WithCriteria(false, "no pending migration").Does(() => { });
        host.Task("Quiet", "Migrate").Does(() => _time.Advance(TimeSpan.FromMilliseconds(30)));
        host.Task("Shaky", "Quiet").Does(() => throw new InvalidOperationException("try later")).ContinueOnError();
        host.Task("Start", "Shaky").Does(context =>
        {
            context.Log.Error("port 80 is taken");
            throw new CakeException(5, "the container did not start");
        });
        host.Task("Deploy", "Start").Does(() => { });

        var error = await host.FailAsync("Deploy");
        host.Get<ICakeReportPrinter>().Write(error.Report);

        Golden.ShouldBe(terminal.Out, $"blocks-{file}.txt");
        terminal.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task On_a_terminal_the_same_has_colours()
    {
        var terminal = new RecordedTerminal { UsesColour = true };
        using var host = Host(terminal);
        host.Task("A").Does(c => c.Log.Warning("careful"));
        host.Task("B", "A").WithCriteria(false, "not needed").Does(() => { });
        host.Task("C", "B").Does(context =>
        {
            context.Log.Error("no");
            throw new CakeException("broken");
        });

        var error = await host.FailAsync("C");
        host.Get<ICakeReportPrinter>().Write(error.Report);

        Golden.ShouldBe(terminal.Out, "blocks-colours.txt");
    }

    [Fact]
    public async Task Quiet_shows_nothing_but_what_tasks_write()
    {
        using var host = Host(new RecordedTerminal());
        host.Context.Log.Verbosity = Verbosity.Quiet;
        host.Task("A").Does(c => c.Log.Information("not shown"));
        host.Task("B", "A").Does(c => c.Log.Error("shown"));

        await host.RunAsync("B");

        host.Terminal.Out.ShouldBe("shown\n");
    }

    [Fact]
    public async Task The_only_task_that_can_run_is_shown_line_by_line()
    {
        using var host = Host(new RecordedTerminal());
        var shown = string.Empty;
        host.Task("First").Does(context =>
        {
            context.Log.Information("line");
            shown = host.Terminal.Out;
        });
        host.Task("Next", "First").Does(() => { });

        await host.RunAsync("Next");

        shown.ShouldBe("=== First\nline\n");
    }

    [Fact]
    public async Task Of_two_running_tasks_neither_is_shown_before_it_ends_or_is_alone()
    {
        using var host = Host(new RecordedTerminal());
        using var written = new ManualResetEventSlim();
        using var looked = new ManualResetEventSlim();
        var shown = "nothing yet";
        host.Task("Writer").Does(context =>
        {
            context.Log.Information("line");
            written.Set();
            looked.Wait();
        });
        host.Task("Looker").Does(() =>
        {
            written.Wait();
            shown = host.Terminal.Out;
            looked.Set();
        });
        host.Task("All", "Writer", "Looker").Does(() => { });

        await host.RunAsync("All");

        shown.ShouldBeEmpty();
        host.Terminal.Out.ShouldContain("=== Writer\nline\n");
    }

    [Fact]
    public async Task A_verbosity_set_in_one_task_is_not_that_of_another()
    {
        using var host = Host(new RecordedTerminal());
        using var set = new ManualResetEventSlim();
        using var asked = new ManualResetEventSlim();
        var other = Verbosity.Quiet;
        host.Task("A").Does(context =>
        {
            using (context.Log.DiagnosticVerbosity())
            {
                set.Set();
                asked.Wait();
            }
        });
        host.Task("B").Does(context =>
        {
            set.Wait();
            other = context.Log.Verbosity;
            asked.Set();
        });
        host.Task("All", "A", "B");

        await host.RunAsync("All");

        other.ShouldBe(Verbosity.Normal);
    }

    [Fact]
    public async Task Braces_that_are_no_placeholders_fail_no_task()
    {
        using var host = Host(new RecordedTerminal());
        host.Task("A").Does(c => c.Log.Write(Verbosity.Normal, LogLevel.Information, "{json: {0}", 1));

        await host.RunAsync("A");

        host.Terminal.Out.ShouldContain("{json: {0} [1]");
    }

    private EngineHost Host(RecordedTerminal terminal) => new(o => o.TimeProvider = _time, terminal);
}
