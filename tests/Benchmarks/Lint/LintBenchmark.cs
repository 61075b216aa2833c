using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Nodes;
using Benchmarks.Deploy;
using Benchmarks.Engine;

namespace Benchmarks.Lint;

/// <summary>Measures Lint beside dockerfilelint from npm, whole processes in turn, and what Optimize is worth to the sample as it was found.</summary>
/// <param name="options">How much is measured.</param>
/// <param name="progress">Takes what is going on.</param>
internal sealed class LintBenchmark(BenchOptions options, TextWriter progress)
{
    private const string Lint = "Lint";

    // dockerfilelint ends with the number of what it has found.
    private static readonly int[] Findings = [.. Enumerable.Range(0, 256)];

    /// <summary>Measures and writes the tables.</summary>
    public async Task RunAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("slipway-bench-lint-");
        try
        {
            var shell = new Shell(folder.FullName, new Dictionary<string, string> { ["DOTNET_EnableWriteXorExecute"] = "0" });

            // Builds the host when its sources have changed.
            await shell.RunAsync(Path.Combine(options.Root, "build.sh"), "--version");
            var json = new JsonObject();
            await output.WriteLineAsync("## Lint\n\n| whole process, seconds, median (max) | one file | one file and a compose file | 200 files | one file of 10,000 instructions |\n| --- | ---: | ---: | ---: | ---: |");
            await CompareAsync(shell, new LintFolders(options, folder.FullName), output, json);
            await VerifyAsync(shell, folder.FullName, output, json);
            if (options.JsonFile is not null)
            {
                await File.WriteAllTextAsync(options.JsonFile, json.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true }) + "\n");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task CompareAsync(Shell shell, LintFolders folders, TextWriter output, JsonObject json)
    {
        string[] host = ["dotnet", Path.Combine(options.Root, "artifacts", "host", "slipway-build.dll"), "--target=Lint"];
        var contenders = new List<(string Title, Func<string, string[]> Command)>
        {
            ("Lint, without shellcheck and engine", f => [.. host, "--no-shellcheck", "--no-engine", $"--app={f}"]),
            (Lint, f => [.. host, $"--app={f}"]),
            ("Lint, without shellcheck and engine, by way of build.sh", f => [Path.Combine(options.Root, "build.sh"), "--target=Lint", "--no-shellcheck", "--no-engine", $"--app={f}"]),
        };
        if (await DockerfileLintAsync(shell) is { } other)
        {
            contenders.Insert(0, ("dockerfilelint from npm", f => ["node", other, .. Directory.EnumerateFiles(f, "Dockerfile*")]));
        }

        var measured = contenders.ToDictionary(c => c.Title, _ => folders.All.Select(_ => new List<double>()).ToList());
        for (var round = 0; round < (options.Quick ? 3 : 11); round++)
        {
            foreach (var (title, command) in contenders)
            {
                // Of thousands of different scripts shellcheck alone takes its time.
                for (var i = 0; i < (title == Lint ? 3 : folders.All.Count); i++)
                {
                    measured[title][i].Add((await shell.RunAsync(Findings, command(folders.All[i]))).Took.TotalSeconds);
                }
            }

            await progress.WriteLineAsync($"lint, round {round + 1}");
        }

        foreach (var (title, seconds) in measured)
        {
            var figures = seconds.Where(s => s.Count > 0).Select(s => Figures.Of(s)).ToList();
            await output.WriteLineAsync($"| {title} | {string.Join(" | ", figures.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Median:0.00} ({f.Max:0.00})")))} |");
            json[title] = new JsonArray([.. figures.Select(f => new JsonObject { ["median"] = f.Median, ["max"] = f.Max })]);
        }
    }

    /// <summary>Installs it into the benchmark's own folder, where npm can.</summary>
    private async Task<string?> DockerfileLintAsync(Shell shell)
    {
        try
        {
            await shell.RunAsync("npm", "install", "--prefix", "npm", "--no-audit", "--no-fund", "dockerfilelint");
            return Path.Combine("npm", "node_modules", "dockerfilelint", "bin", "dockerfilelint");
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            await progress.WriteLineAsync($"dockerfilelint can't be installed: {e.Message}");
            return null;
        }
    }

    private async Task VerifyAsync(Shell shell, string folder, TextWriter output, JsonObject json)
    {
        var copy = Path.Combine(folder, "hello-bot-before");
        SampleCopy.Plain(options.Sample("hello-bot-before"), copy);
        var answer = await shell.RunAsync(Path.Combine(options.Root, "build.sh"), "--target=Optimize", "--verify", "--json", $"--app={copy}");
        var files = JsonNode.Parse(answer.Output)!["files"]!.AsArray();
        await output.WriteLineAsync("\n| the sample as it was found, a build after one change | steps cached before | seconds | steps cached after Optimize | seconds |\n| --- | ---: | ---: | ---: | ---: |");
        foreach (var change in files[0]!["changes"]!.AsArray())
        {
            await output.WriteLineAsync($"| {change!["kind"]} ({change["changed"]}) | {Cell(change["before"]!)} | {Cell(change["after"]!)} |");
        }

        json["verify"] = files.DeepClone();
    }

    private static string Cell(JsonNode build)
    {
        var steps = build["steps"]!.AsArray();
        return string.Create(CultureInfo.InvariantCulture, $"{steps.Count(s => s!["cached"]!.GetValue<bool>())} of {steps.Count} | {build["seconds"]!.GetValue<double>():0.0}");
    }
}
