using Cake.Common;
using Cake.Core.Diagnostics;
using Slipway.Phases;

namespace Build.Chores.Testing;

/// <summary>The test programs of the checkout, and how one is run.</summary>
/// <param name="results">Where outcomes go.</param>
public sealed class TestPrograms(Checkout checkout, TestResults results)
{
    // Most of what a continuous integration gives to all of them together; on a busy machine the end-to-end tests take 25 minutes.
    // SLIPWAY_E2E=full is five times the load.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(Environment.GetEnvironmentVariable("SLIPWAY_E2E") == "full" ? 90 : 30);

    /// <summary>The names of all test projects that the checkout has.</summary>
    /// <returns>The names, in order.</returns>
    public IReadOnlyList<string> Names() =>
        [.. Directory.EnumerateFiles(checkout.At("tests"), "*.csproj", SearchOption.AllDirectories)
            .Select(f => Path.GetFileNameWithoutExtension(f))
            .Where(n => n.EndsWith(".Tests", StringComparison.Ordinal) || n == "Slipway.EndToEnd")
            .Order(StringComparer.Ordinal)];

    /// <summary>Runs a test program. A failed test fails no task: the others shall have their say, and <see cref="Test"/> adds up.</summary>
    /// <param name="context">The calling task's.</param>
    /// <param name="name">The project's name.</param>
    public void Run(SlipwayContext context, string name)
    {
        var report = checkout.At("artifacts", "tests", name + ".xml");
        Directory.CreateDirectory(Path.GetDirectoryName(report)!);
        File.Delete(report);
        var began = TimeProvider.System.GetTimestamp();
        var outcome = Execute(context, name, report) switch
        {
            { } exitCode => TestReport.Read(report, name, exitCode, TimeProvider.System.GetElapsedTime(began)),
            null => new TestOutcome(name, 0, 1, 0, TimeProvider.System.GetElapsedTime(began), $"was ended after {Limit.TotalMinutes:0} minutes"),
        };
        results.Add(outcome);
        if (outcome.Failed > 0)
        {
            context.Log.Error("{0}: {1} failed{2}", name, outcome.Failed, outcome.Trouble is { } trouble ? $" ({trouble})" : string.Empty);
        }
    }

    // What a shell starts in the background ignores Ctrl-C, and so would all that tests start: those of interrupts need it as it usually is.
    private static string[] Starter(SlipwayContext context)
    {
        string[] starter = ["env", "--default-signal=INT"];
        var trial = new Cake.Core.IO.ProcessSettings { Arguments = $"{starter[1]} true", Silent = true };
        return OperatingSystem.IsLinux() && context.StartProcess(starter[0], trial) == 0 ? starter : [];
    }

    private int? Execute(SlipwayContext context, string name, string report)
    {
        try
        {
            return DotNet.Run(
                context, checkout.Root, [checkout.ProgramOf(name, "debug"), "-noColor", "-noLogo", "-result-xml", report], TestEnvironment.Of(checkout),
                Limit, Starter(context));
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
