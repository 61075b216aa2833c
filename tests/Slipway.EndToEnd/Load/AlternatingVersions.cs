using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;
using Slipway.Load;

namespace Slipway.EndToEnd.Load;

public sealed class AlternatingVersions(SlipwayProgram program, ITestOutputHelper output)
{
    [Theory]
    [InlineData("nginx")]
    [InlineData("haproxy", Skip = Scale.Long, SkipUnless = nameof(Scale.IsFull), SkipType = typeof(Scale))]
    public async Task Four_deployments_in_a_row_or_twenty_with_SLIPWAY_E2E_full_lose_no_request_double_no_poller_and_leave_nothing_over(string proxy)
    {
        await using var bot = await HelloBot.DeployedAsync(program, proxy, version: "0");
        await using var load = bot.StartLoad();

        for (var i = 1; i <= Scale.Deployments; i++)
        {
            await load.FurtherAsync(Scale.Requests / Scale.Deployments, TestContext.Current.CancellationToken);
            // Three versions in turn: neither slot ever holds the next one, so each deployment starts it anew.
            var version = (i % 3).ToString(System.Globalization.CultureInfo.InvariantCulture);
            bot.Set("VERSION", version);
            var result = await bot.DeployAsync();
            output.WriteLine($"deployment {i}: {result.Output.Split('\n').Last(l => l.Contains("serves after", StringComparison.Ordinal))}");
            (await bot.ServedVersionAsync()).ShouldBe(version);
        }

        var report = await load.ShouldHaveLostNothingAsync();
        output.WriteLine(string.Join('\n', report.Figures));
        report.Requests.ShouldBeGreaterThan(Scale.Requests);
        report.Figures.ShouldAllBe(f => f.Requests > 0);
        (await bot.QueryAsync("select count(*) from poller_overlaps")).ShouldBe("0");
        (await bot.QueryAsync("select count(*) > 1 from poller_heartbeats")).ShouldBe("t");
        (await bot.QueryAsync("select count(*) from messages")).ShouldBe(PostedBy(report));
        await ShouldHaveLeftNothingOverAsync(bot);
    }

    private static string PostedBy(LoadReport report) =>
        report.Figures.Single(f => f.Kind == LoadKind.Post).Requests.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static async Task ShouldHaveLeftNothingOverAsync(HelloBot bot)
    {
        (await bot.ContainersAsync()).Select(c => c.Split(' ')[0]).ShouldBe(["bot-blue-1", "bot-green-1", "db-1", "poller-blue-1", "poller-green-1", "proxy-1"]);
        (await bot.NetworksAsync()).ShouldBe([$"{bot.Name}_default", $"{bot.Name}_slots"]);
        (await bot.VolumesAsync()).ShouldBe([$"{bot.Name}_data", $"{bot.Name}_slots"]);
        (await bot.ReleaseImagesAsync()).Count.ShouldBe(6);

        // The application's own compose, with the slots laid over it, knows everything that there is.
        (await bot.ComposeAsync("--profile", "*", "-f", "compose.yaml", "-f", ".slipway/slots.yaml", "down", "--volumes", "--remove-orphans")).ShouldHaveEndedWith(0);
        (await bot.ContainersAsync()).ShouldBeEmpty();
        (await bot.NetworksAsync()).ShouldBeEmpty();
        (await bot.VolumesAsync()).ShouldBeEmpty();
        (await Docker.LinesAsync("ps", "-aq", "--filter", $"label=slipway.app={bot.Name}")).ShouldBeEmpty();
    }
}
