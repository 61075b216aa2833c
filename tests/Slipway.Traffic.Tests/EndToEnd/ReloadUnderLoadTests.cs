using System.Net;
using Slipway.Load;

namespace Slipway.Traffic.Tests.EndToEnd;

public sealed class ReloadUnderLoadTests(ITestOutputHelper output)
{
    private const int Reloads = 10;
    private const int BetweenReloads = 1_000;

    [Theory]
    [InlineData("nginx", true)]
    [InlineData("haproxy", true)]
    [InlineData("haproxy", false)]
    [InlineData("caddy", true)]
    public async Task No_request_is_lost_in_ten_reloads(string kind, bool drain)
    {
        await using var stage = await ProxyStage.StartAsync(kind);
        await using var load = LoadRun.Start(KeptAlive(stage), TimeProvider.System);
        await using var fresh = NewConnections.Start(stage.Address);

        for (var i = 0; i < Reloads; i++)
        {
            await load.FurtherAsync(BetweenReloads, TestContext.Current.CancellationToken);
            if (drain)
            {
                await stage.ExecAsync(stage.Taker.DrainClients);
                await load.FurtherAsync(BetweenReloads, TestContext.Current.CancellationToken);
            }

            await stage.TakeAsync(stage.Plan with { Fingerprint = $"reload{i}" });
            (await stage.FingerprintAsync()).ShouldBe($"reload{i}");
        }

        await fresh.StopAsync();
        var report = await load.StopAsync();
        output.WriteLine($"kept alive: {report.Failed} failed of {report.Requests}, {report.Rate:0}/s, longest gap {report.LongestGap.TotalMilliseconds:0} ms; {string.Join(", ", report.Figures)}");
        output.WriteLine($"new connections: {fresh.Failures.Count} failed of {fresh.Requests}");
        report.Failures.ShouldBeEmpty();
        fresh.Failures.ShouldBeEmpty();
    }

    private static LoadPlan KeptAlive(ProxyStage stage) => new(new IPEndPoint(stage.Address, 80),
    [
        new LoadClients(LoadKind.Get, "/", 8) { Pause = TimeSpan.FromMilliseconds(7) },
        new LoadClients(LoadKind.Post, "/echo", 8) { Pause = TimeSpan.FromMilliseconds(5) },
    ]);
}
