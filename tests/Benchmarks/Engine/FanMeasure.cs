using System.Diagnostics;

namespace Benchmarks.Engine;

/// <summary>Three blocking tasks of 0.5 s and one that needs them, as a whole process: from its start to its end.</summary>
internal sealed class FanMeasure
{
    /// <summary>Seconds from start to end of the process.</summary>
    public Figures Measure(bool cakesOwn, int rounds) => Figures.Of(Enumerable.Range(0, rounds).Select(_ => Round(cakesOwn ? "cake-fan" : "fan")));

    private static double Round(string scenario)
    {
        var began = Stopwatch.GetTimestamp();
        var name = Path.Combine(AppContext.BaseDirectory, "Slipway.Graph.Dummy" + (OperatingSystem.IsWindows() ? ".exe" : string.Empty));
        using var process = Process.Start(new ProcessStartInfo(name, ["host", scenario]) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? Stopwatch.GetElapsedTime(began).TotalSeconds
            : throw new InvalidOperationException($"'{name} host {scenario}' ended with exit code {process.ExitCode}.");
    }
}
