using Slipway.Load;

namespace Benchmarks.Deploy;

/// <summary>Measures the baseline, compose and Slipway in one run and in turn, with traffic that never retries.</summary>
/// <param name="options">How much is measured.</param>
/// <param name="progress">Where it is said how far the benchmark is.</param>
internal sealed class DeployBenchmark(BenchOptions options, TextWriter progress)
{
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(2);

    public async Task RunAsync(TextWriter output)
    {
        await using var bench = new Workbench(options);
        await progress.WriteLineAsync("building images");
        await bench.SetUpAsync();
        var measured = bench.Contenders.Select(c => new Measured(c)).ToList();
        foreach (var each in measured)
        {
            await SettleAsync(each.Contender);
        }

        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var each in measured)
            {
                await VisitAsync(each, new BootMeasure(bench.Shell), version: After(2 + round));
            }
        }

        var figures = new BenchFigures([.. measured.Select(m => m.Figures())], options.BootSeconds, bench.Notes);
        await output.WriteAsync(BenchMarkdown.Of(figures));
        if (options.JsonFile is not null)
        {
            await File.WriteAllTextAsync(options.JsonFile, BenchJson.Of(figures));
        }
    }

    /// <summary>Twice unmeasured: afterwards both slots have served, as on a server that is in use.</summary>
    private async Task SettleAsync(Contender contender)
    {
        await progress.WriteLineAsync($"{contender.Title}: first deployments");
        await contender.DeployAsync(1);
        await contender.DeployAsync(2);
        await contender.FreezeAsync();
    }

    private async Task VisitAsync(Measured each, BootMeasure boot, int version)
    {
        var contender = each.Contender;
        await contender.ThawAsync();
        each.Deployments.Add(await MeasureAsync("deployment", contender, () => contender.DeployAsync(version)));
        each.Boots.Add((await Traffic.UnderLoadAsync(contender, () => boot.MeasureAsync(contender))).Result);
        if (contender is not ScriptContender)
        {
            await MeasureCalmlyAsync(each, boot, version);
        }

        if (contender is SlipwayContender slipway)
        {
            for (var i = 0; i < options.LoadedRollbacks; i++)
            {
                each.Rollbacks.Add(await MeasureAsync("rollback", slipway, () => slipway.RollBackAsync(version)));
            }

            for (var i = 0; i < options.Rollbacks; i++)
            {
                // Nobody goes back and forth: what was started last has booted before.
                await Task.Delay(Calm);
                each.CalmRollbacks.Add((await slipway.RollBackAsync(version)).Took.TotalSeconds);
            }

            for (var i = 0; i < options.Plans; i++)
            {
                each.Answers.Add((await slipway.ForecastAsync(After(version))).Took.TotalSeconds);
            }
        }

        await contender.FreezeAsync();
    }

    /// <summary>Every version once, so that the one that was deployed serves again.</summary>
    private static async Task MeasureCalmlyAsync(Measured each, BootMeasure boot, int version)
    {
        for (var i = 0; i < BenchImages.Versions; i++)
        {
            version = After(version);
            await Task.Delay(Calm);
            each.CalmDeployments.Add((await each.Contender.DeployAsync(version)).Took.TotalSeconds);
            if (each.Contender is SlipwayContender slipway)
            {
                each.Noticed.Add(await slipway.NoticedAsync());
            }
        }

        each.CalmBoots.Add(await boot.MeasureAsync(each.Contender));
    }

    private static int After(int version) => 1 + (version % BenchImages.Versions);

    private async Task<Deployment> MeasureAsync(string what, Contender contender, Func<Task<ShellOutcome>> action)
    {
        var (outcome, load) = await Traffic.UnderLoadAsync(contender, action);
        var measured = new Deployment(outcome.Took.TotalSeconds, load.Outage.TotalSeconds, load.Requests, load.Failed);
        await progress.WriteLineAsync(FormattableString.Invariant(
            $"{contender.Title}: {what} {measured.Seconds:0.00} s, outage {measured.Outage:0.00} s, {measured.Failed} of {measured.Requests} requests failed{First(load)}"));
        return measured;
    }

    private static string First(LoadReport load) => load.Failures.Count == 0 ? string.Empty : $"; the first: {load.Failures[0].Kind} {load.Failures[0].Detail}";
}
