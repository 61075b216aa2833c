using System.Globalization;
using System.Text.Json.Nodes;
using Benchmarks.Deploy;
using Benchmarks.Engine;

namespace Benchmarks.Health;

/// <summary>Measures how long the sample as it was found waits for its own health check once it is ready, before and after Optimize.</summary>
/// <param name="options">How much is measured.</param>
/// <param name="progress">Takes what is going on.</param>
internal sealed class HealthBenchmark(BenchOptions options, TextWriter progress)
{
    private const string Sample = "hello-bot-before";
    private const string Project = "slipway-bench-health";

    /// <summary>Measures and writes the table.</summary>
    public async Task RunAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("slipway-bench-health-");
        try
        {
            var shell = new Shell(folder.FullName, new Dictionary<string, string> { ["BOOT_SECONDS"] = options.BootSeconds.ToString(CultureInfo.InvariantCulture) });
            var (before, after) = (Path.Combine(folder.FullName, "before"), Path.Combine(folder.FullName, "after"));
            SampleCopy.Plain(options.Sample(Sample), before);
            SampleCopy.Plain(options.Sample(Sample), after);
            await shell.RunAsync(Path.Combine(options.Root, "build.sh"), "--target=Optimize", "--apply", $"--app={after}");

            var measured = new List<(string Title, List<double> Ready, List<double> Waited)>();
            foreach (var (title, path) in new[] { ("as it was found", before), ("after Optimize", after) })
            {
                measured.Add((title, [], []));
                await using var application = await HealthApplication.StartAsync(shell.In(path), $"{Project}-{measured.Count}");
                for (var round = 0; round < (options.Quick ? 2 : 5); round++)
                {
                    var (ready, waited) = await application.MeasureAsync();
                    measured[^1].Ready.Add(ready);
                    measured[^1].Waited.Add(waited);
                    await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"health, {title}: ready after {ready:0.0} s, healthy {waited:0.0} s later"));
                }
            }

            await WriteAsync(measured, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task WriteAsync(List<(string Title, List<double> Ready, List<double> Waited)> measured, TextWriter output)
    {
        await output.WriteLineAsync($"## Health checks\n\n| {Sample}, its own health check | runs | ready after, s, median | from ready to healthy, s, median | max | times sooner |\n| --- | ---: | ---: | ---: | ---: | ---: |");
        var (json, baseline) = (new JsonObject(), Figures.Of(measured[0].Waited).Median);
        foreach (var (title, ready, waited) in measured)
        {
            var figures = Figures.Of(waited);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"| {title} | {figures.Count} | {Figures.Of(ready).Median:0.00} | {figures.Median:0.00} | {figures.Max:0.00} | {baseline / figures.Median:0.0} |"));
            json[title] = new JsonObject { ["ready"] = Figures.Of(ready).Median, ["median"] = figures.Median, ["max"] = figures.Max };
        }

        await output.WriteLineAsync($"\n- From the start of its container until the first 200 of its health address, and from then until the engine calls it healthy. The application sleeps {options.BootSeconds} s of its boot.");
        if (options.JsonFile is not null)
        {
            await File.WriteAllTextAsync(options.JsonFile, json.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true }) + "\n");
        }
    }
}
