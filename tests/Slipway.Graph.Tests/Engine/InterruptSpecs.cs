using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Slipway.Graph.Tests.Harness;
using Slipway.Processes;

namespace Slipway.Graph.Tests.Engine;

[SupportedOSPlatform("linux")]
public sealed class InterruptSpecs
{
    [Theory]
    [InlineData(2, 130)]
    [InlineData(15, 143)]
    public async Task A_signal_ends_the_run_in_good_order_and_with_its_own_exit_code(int signal, int code)
    {
        var mark = Mark();
        using var host = await StartAsync(mark);

        UnixSignals.Send(host.Id, signal);
        var (text, errors) = await EndOfAsync(host);

        host.ExitCode.ShouldBe(code, text + errors);
        text.ShouldContain("=== A: cancelled after ");
        text.ShouldContain("teardown has run");
        text.ShouldContain("not run (the run was interrupted): ");
        errors.ShouldContain("The run was interrupted by ");
        DummyProcess.Living(mark).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_CtrlC_kills_at_once()
    {
        var mark = Mark();
        using var host = await StartAsync(mark, "--grace=600");

        UnixSignals.Send(host.Id, 2);
        UnixSignals.Send(host.Id, 2);
        await WaitForSecondAsync(host);
        await EndOfAsync(host);

        host.ExitCode.ShouldBe(130);
        DummyProcess.Living(mark).ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_hundred_CtrlCs_no_process_survives()
    {
        var mark = Mark();
        for (var i = 0; i < 100; i++)
        {
            using var host = await StartAsync(mark, "--grace=0");

            UnixSignals.Send(host.Id, 2);
            await EndOfAsync(host);

            host.ExitCode.ShouldBe(130);
            DummyProcess.Living(mark).ShouldBeEmpty($"interruption {i}");
        }
    }

    private static string Mark() => Random.Shared.Next(100_000, 999_999).ToString(CultureInfo.InvariantCulture);

    // Each of the three tasks says on standard error that its tree has grown.
    private static async Task<Process> StartAsync(string mark, string grace = "--grace=1")
    {
        var host = DummyProcess.StartAlone("host", "trees", mark, grace);
        for (var ready = 0; ready < 3;)
        {
            var line = await host.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
            if (line.ShouldNotBeNull().Contains("tree has grown", StringComparison.Ordinal))
            {
                ready++;
            }
        }

        return host;
    }

    // Two signals that arrive together are one to the kernel: one more is sent for as long as the process is there.
    private static async Task WaitForSecondAsync(Process host)
    {
        while (!host.HasExited)
        {
            UnixSignals.Send(host.Id, 2);
            await Task.Yield();
        }
    }

    private static async Task<(string Text, string Errors)> EndOfAsync(Process host)
    {
        var errors = host.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var text = await host.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await host.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (text, await errors);
    }
}
