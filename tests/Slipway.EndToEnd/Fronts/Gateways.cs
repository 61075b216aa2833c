using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Fronts;

/// <summary>What somebody does by hand to the gateway between a front and two slots.</summary>
public sealed class Gateways(Gateways.DeployedSite deployed) : IClassFixture<Gateways.DeployedSite>
{
    private const int WouldChange = 2;
    private readonly FrontedApplication _site = deployed.Site;

    [Theory]
    [InlineData("stop", "started")]
    [InlineData("pause", "it is paused: goes on")]
    [InlineData("network disconnect", "it is not on the slots network")]
    public async Task Plan_says_how_it_is_mended_and_what_a_rollback_returned_to_serves_again(string harm, string told)
    {
        await _site.RollBackAsync();
        string[] network = harm.StartsWith("network", StringComparison.Ordinal) ? [$"{_site.Name}_slots"] : [];

        await IsMendedAsync([.. harm.Split(' '), .. network], told);
    }

    [Fact]
    public async Task One_that_was_removed_is_made_again()
    {
        _site.Set("WEB_VERSION", "3");
        await _site.DeployAsync();

        await IsMendedAsync(["rm", "-f"], "started");
    }

    private async Task IsMendedAsync(IEnumerable<string> harm, string told)
    {
        var (serves, slots) = (await _site.ServesAsync(), await SlotsAsync());
        _site.Set("WEB_VERSION", serves.Split(' ')[1]);
        await using var visits = Visits.Start(_site.AskAsync, "/");
        await Docker.RunAsync([.. harm, $"{_site.Name}-slipway-proxy-1"]);

        var plan = await _site.RunAsync("Plan");
        await _site.DeployAsync();

        plan.ShouldHaveEndedWith(WouldChange).Output.ShouldMatch($@"slipway-proxy\s+nginx\s.*{told}");
        (await _site.ServesAsync()).ShouldBe(serves);
        await visits.StopAsync();
        visits.Answered.ShouldBe([serves]);
        (await SlotsAsync()).ShouldBe(slots);
        (await _site.RunAsync("Plan")).ShouldHaveEndedWith(0);
    }

    private async Task<IReadOnlyList<string>> SlotsAsync() =>
        [.. (await _site.ContainerIdsAsync()).Where(c => !c.Contains("slipway-proxy", StringComparison.Ordinal))];

    /// <summary>The site of Fixtures/fronts/site, twice deployed.</summary>
    public sealed class DeployedSite(SlipwayProgram program) : IAsyncLifetime
    {
        internal FrontedApplication Site { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Site = await FrontedApplication.CreateAsync(program, "site");
            try
            {
                await Site.InitAsync();
                await Site.DeployAsync();
                Site.Set("WEB_VERSION", "2");
                await Site.DeployAsync();
            }
            catch
            {
                await Site.DisposeAsync();
                throw;
            }
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
