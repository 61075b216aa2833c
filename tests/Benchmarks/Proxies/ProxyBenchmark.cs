using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Benchmarks.Deploy;
using Benchmarks.Engine;
using Slipway.Load;

namespace Benchmarks.Proxies;

/// <summary>Measures what it costs users to replace a proxy, beside its own reload and a container that is made anew, and what it costs to have one.</summary>
/// <param name="options">How much is measured.</param>
/// <param name="progress">Takes what is going on.</param>
internal sealed class ProxyBenchmark(BenchOptions options, TextWriter progress)
{
    private const int Settling = 200;
    private const int KeptAlive = 16;
    private static readonly (string Kind, string Image)[] Kinds = [("nginx", "nginx:1.28"), ("haproxy", "haproxy:2.8"), ("caddy", "caddy:2.6")];
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private readonly List<string> _replaced = [];
    private readonly List<string> _hops = [];
    private readonly JsonObject _json = [];

    private int Replacements => options.Quick ? 4 : 20;

    private TimeSpan HopTime => TimeSpan.FromSeconds(options.Quick ? 3 : 8);

    /// <summary>Measures and writes the tables.</summary>
    public async Task RunAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("slipway-bench-proxies-");
        try
        {
            foreach (var (kind, image) in Kinds)
            {
                await MeasureAsync(folder.FullName, kind, image);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        await output.WriteLineAsync(
            $"## Proxies\n\n| under {KeptAlive} kept-alive clients and 4 that connect anew, which never retry | times | failed of kept-alive requests | failed of new connections | outage, s |\n| --- | ---: | ---: | ---: | ---: |");
        _replaced.ForEach(output.WriteLine);
        await output.WriteLineAsync("\n- Each other replacement adds a service or removes it, which changes the configuration as well. The reload is the proxy's own, as its documentation says.\n");
        await output.WriteLineAsync($"| a service that answers at once, {KeptAlive} kept-alive clients without a pause | requests/s | p99, ms | requests/s as a ratio | p99 as a ratio |\n| --- | ---: | ---: | ---: | ---: |");
        _hops.ForEach(output.WriteLine);
        await output.WriteLineAsync("\n- Both were asked in turn, at their containers' addresses; the clients share the machine's processors with them. The medians of 3 turns.");
        if (options.JsonFile is not null)
        {
            await File.WriteAllTextAsync(options.JsonFile, _json.ToJsonString(Indented) + "\n");
        }
    }

    private async Task MeasureAsync(string folder, string kind, string image)
    {
        var shell = new Shell(folder, new Dictionary<string, string> { ["SLIPWAY_IMAGES"] = BenchImages.Prefix });
        await using var application = await ProxiedApplication.StartAsync(shell, options.Root, Path.Combine(folder, kind), kind, image);
        await CompareAsync(application, kind);
        await LoadedAsync(application, kind, "its image replaced, by Slipway", Replacements, async i => await application.DeployAsync(2 - (i % 2), hasExtra: i % 2 == 0));
        await LoadedAsync(application, kind, "its own reload", Replacements, async _ => await application.ReloadAsync());
        await LoadedAsync(application, kind, "its container made anew", 2, async i => await application.DeployAsync(2 - (i % 2), hasExtra: false, "--consent=front"));
    }

    private async Task LoadedAsync(ProxiedApplication application, string kind, string title, int times, Func<int, Task> action)
    {
        var target = new IPEndPoint(IPAddress.Loopback, application.Port);
        await using var load = LoadRun.Start(
            new LoadPlan(target,
            [
                new LoadClients(LoadKind.Get, "/", KeptAlive / 2) { Pause = TimeSpan.FromMilliseconds(7) },
                new LoadClients(LoadKind.Get, "/kept", KeptAlive / 2) { Pause = TimeSpan.FromMilliseconds(20) },
            ]),
            TimeProvider.System);
        await using var fresh = new FreshConnections(target);
        for (var i = 0; i < times; i++)
        {
            await load.FurtherAsync(Settling, CancellationToken.None);
            await action(i);
        }

        await load.FurtherAsync(Settling, CancellationToken.None);
        var (failed, requests) = await fresh.StopAsync();
        var report = await load.StopAsync();
        _replaced.Add(string.Create(
            CultureInfo.InvariantCulture, $"| {kind}: {title} | {times} | {report.Failed} of {report.Requests} | {failed} of {requests} | {report.Outage.TotalSeconds:0.00} |"));
        _json[$"{kind}: {title}"] = new JsonObject { ["kept"] = report.Failed, ["of"] = report.Requests, ["fresh"] = failed, ["ofFresh"] = requests };
        await progress.WriteLineAsync(_replaced[^1]);
    }

    private async Task CompareAsync(ProxiedApplication application, string kind)
    {
        var (slot, proxy) = (await application.SlotAsync(), await application.ProxyAsync());
        List<LoadReport> direct = [], through = [];
        for (var turn = 0; turn < 3; turn++)
        {
            direct.Add(await AskAsync(slot));
            through.Add(await AskAsync(proxy));
        }

        var (rate, hopRate) = (Median(direct, r => r.Rate), Median(through, r => r.Rate));
        var (slowest, hopSlowest) = (Median(direct, Percentile), Median(through, Percentile));
        _hops.Add(string.Create(CultureInfo.InvariantCulture, $"| directly | {rate:0} | {slowest:0.0} | | |"));
        _hops.Add(string.Create(CultureInfo.InvariantCulture, $"| through {kind} | {hopRate:0} | {hopSlowest:0.0} | {hopRate / rate:0.00} | {hopSlowest / slowest:0.00} |"));
        _json[$"{kind}: hop"] = new JsonObject { ["rate"] = hopRate / rate, ["p99"] = hopSlowest / slowest };
        await progress.WriteLineAsync(_hops[^1]);
    }

    private async Task<LoadReport> AskAsync(IPEndPoint target)
    {
        await using var load = LoadRun.Start(
            new LoadPlan(target, [new LoadClients(LoadKind.Get, "/", KeptAlive)]) { LongestRun = HopTime, MostRequests = long.MaxValue }, TimeProvider.System);
        await Task.Delay(HopTime, CancellationToken.None);
        return await load.StopAsync();
    }

    private static double Median(List<LoadReport> reports, Func<LoadReport, double> figure) => Figures.Of([.. reports.Select(figure)]).Median;

    private static double Percentile(LoadReport report) => report.Figures.Max(f => f.Percentile99.TotalMilliseconds);
}
