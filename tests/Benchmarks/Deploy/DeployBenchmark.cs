using Benchmarks.Engine;
using Slipway.Traffic.Load;

namespace Benchmarks.Deploy;

/// <summary>Measures the baseline, compose and Slipway in one run and in turn, with traffic that never retries.</summary>
/// <param name="options">How much is measured.</param>
/// <param name="progress">Where it is said how far the benchmark is.</param>
internal sealed class DeployBenchmark(BenchOptions options, TextWriter progress)
{
    public async Task RunAsync(TextWriter output)
    {
        await using var bench = new Workbench(options);
        await progress.WriteLineAsync("building images");
        await bench.SetUpAsync();
        var measured = bench.Contenders.Select(c => new Measured(c)).ToList();
        foreach (var each in measured)
            await SettleAsync(each.Contender);
        for (var round = 0; round < options.Rounds; round++)
            foreach (var each in measured)
                await DeployAsync(each, version: 1 + (round % 2));
        var boot = new BootMeasure(bench.Shell);
        for (var i = 0; i < options.Boots; i++)
            foreach (var each in measured)
                each.Boots.Add((await Traffic.UnderLoadAsync(each.Contender, () => boot.MeasureAsync(each.Contender))).Result);
        for (var i = 0; i < options.Rollbacks; i++)
            foreach (var each in measured.Where(m => m.Contender is SlipwayContender))
                await RollBackAsync(each);
        var (plan, dryRun) = await PlanAsync(bench.Contenders);
        bench.Notes.Add(FormattableString.Invariant($"The application boots in {Figures.Of(measured[^1].Boots).Median:0.00} s (median), {options.BootSeconds} s of which it sleeps. From its container's start to the first 200, with the same requests going on."));
        var figures = new BenchFigures(
            [.. measured.Select(m => new ContenderFigures(m.Contender.Title, Figures.Of(m.Boots), m.Deployments, m.Rollbacks))], plan, dryRun, bench.Notes);
        await output.WriteAsync(BenchMarkdown.Of(figures));
        if (options.JsonFile is not null)
            await File.WriteAllTextAsync(options.JsonFile, BenchJson.Of(figures));
    }

    /// <summary>Twice unmeasured: afterwards both slots have served, as on a server that is in use.</summary>
    private async Task SettleAsync(Contender contender)
    {
        await progress.WriteLineAsync($"{contender.Title}: first deployments");
        await contender.DeployAsync(1);
        await contender.DeployAsync(2);
    }

    private async Task DeployAsync(Measured each, int version)
    {
        var (outcome, load) = await Traffic.UnderLoadAsync(each.Contender, () => each.Contender.DeployAsync(version));
        each.Deployments.Add(Of(outcome, load));
        await SayAsync(each, "deployment", each.Deployments[^1]);
    }

    private async Task RollBackAsync(Measured each)
    {
        var slipway = (SlipwayContender)each.Contender;
        var (outcome, load) = await Traffic.UnderLoadAsync(slipway, () => slipway.RollBackAsync(version: 1));
        each.Rollbacks.Add(Of(outcome, load));
        await SayAsync(each, "rollback", each.Rollbacks[^1]);
    }

    /// <summary>In turn, what Slipway and compose say about the deployment of another version.</summary>
    private async Task<(Figures Plan, Figures DryRun)> PlanAsync(IReadOnlyList<Contender> contenders)
    {
        var (slipway, compose) = (contenders.OfType<SlipwayContender>().First(), contenders.OfType<ComposeContender>().First());
        var (plans, dryRuns) = (new List<double>(), new List<double>());
        var other = options.Rounds % 2 == 0 ? 1 : 2;
        await slipway.DeployAsync(3 - other);
        for (var i = 0; i < options.Plans; i++)
        {
            plans.Add((await slipway.PlanAsync(other)).Took.TotalSeconds);
            dryRuns.Add((await compose.DryRunAsync(other)).Took.TotalSeconds);
        }

        return (Figures.Of(plans), Figures.Of(dryRuns));
    }

    private Task SayAsync(Measured each, string what, Deployment d) => progress.WriteLineAsync(FormattableString.Invariant(
        $"{each.Contender.Title}: {what} {d.Seconds:0.00} s, outage {d.Outage:0.00} s, {d.Failed} of {d.Requests} requests failed"));

    private static Deployment Of(ShellOutcome outcome, LoadReport load) =>
        new(outcome.Took.TotalSeconds, load.Outage.TotalSeconds, load.Requests, load.Failed);
}
