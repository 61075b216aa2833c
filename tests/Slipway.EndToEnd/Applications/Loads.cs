using Slipway.Load;

namespace Slipway.EndToEnd.Applications;

/// <summary>What a load must have seen.</summary>
internal static class Loads
{
    /// <summary>Lets some more requests pass, then ends the load and holds it to having lost none.</summary>
    public static async Task<LoadReport> ShouldHaveLostNothingAsync(this LoadRun load, long further = 500)
    {
        await load.FurtherAsync(further, TestContext.Current.CancellationToken);
        var report = await load.StopAsync();
        TestContext.Current.TestOutputHelper!.WriteLine($"{report.Requests} requests, {report.Failed} failed, {report.Rate:0}/s, longest gap {report.LongestGap.TotalMilliseconds:0} ms");
        report.Failures.ShouldBeEmpty(string.Join('\n', report.Failures.Take(20)));
        report.Requests.ShouldBeGreaterThan(further);

        // A stream may stay open for as long as it likes; an answer may not.
        report.Figures.Where(f => f.Kind is LoadKind.Get or LoadKind.Post).ShouldAllBe(f => f.Longest < TimeSpan.FromSeconds(30));
        return report;
    }
}
