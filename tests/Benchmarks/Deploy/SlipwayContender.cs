using System.Globalization;
using System.Text.Json.Nodes;

namespace Benchmarks.Deploy;

/// <summary>Slipway, from the shell: <c>./build.sh --target=Deploy</c>.</summary>
internal sealed class SlipwayContender(string title, string name, string folder, string root, string? host, Shell shell, int bootSeconds)
    : Contender(title, name, folder, shell, bootSeconds)
{
    private const int WouldChange = 2;

    public override string Sample => "hello-bot";

    public override Task<ShellOutcome> DeployAsync(int version) => RunAsync(version, [0], "Deploy");

    public Task<ShellOutcome> RollBackAsync(int version) => RunAsync(version, [0], "Rollback");

    /// <summary>Plans a deployment that changes something.</summary>
    public Task<ShellOutcome> ForecastAsync(int version) => RunAsync(version, [WouldChange], "Plan");

    /// <summary>How long the last deployment took to notice that the bot was ready.</summary>
    /// <returns>Seconds from when the bot said that it listens until a probe of it succeeded.</returns>
    public async Task<double> NoticedAsync()
    {
        const string Noticed = " is ready after ";
        var journal = Directory.EnumerateFiles(Path.Combine(Folder, ".slipway", "journal"), "*-deploy-*.jsonl").Max(StringComparer.Ordinal)!;
        var entry = (await File.ReadAllLinesAsync(journal)).Select(l => JsonNode.Parse(l)!).Last(e => e["text"]?.GetValue<string>().Contains(Noticed, StringComparison.Ordinal) == true);
        var container = entry["text"]!.GetValue<string>().Split(Noticed)[0];
        var log = (await Shell.RunAsync("sh", "-c", "docker logs --timestamps \"$1\" 2>&1", "sh", container)).Output;
        var listens = log.Split('\n').Last(l => l.Contains(" listens on port ", StringComparison.Ordinal)).Split(' ')[0];
        return (entry["at"]!.GetValue<DateTimeOffset>() - DateTimeOffset.Parse(listens, CultureInfo.InvariantCulture)).TotalSeconds;
    }

    private Task<ShellOutcome> RunAsync(int version, int[] accepted, string target) => Shell
        .With(new Dictionary<string, string> { ["BOT_IMAGE"] = BenchImages.Of(Sample, version) })
        .RunAsync(accepted, [Path.Combine(root, "build.sh"), $"--target={target}", $"--app={Folder}", .. host is null ? Array.Empty<string>() : [$"--host={host}"]]);
}
