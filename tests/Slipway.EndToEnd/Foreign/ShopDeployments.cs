using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Foreign;

public sealed class ShopDeployments(SlipwayProgram program)
{
    private static readonly string[] Complete =
        ["api-blue-1", "api-green-1", "slipway-proxy-1", "web-blue-1", "web-green-1"];

    [Fact]
    public async Task An_application_without_a_proxy_is_taken_over_from_plain_compose_and_then_deployed_without_losing_a_request()
    {
        await using var shop = await Shop.CreateAsync(program);
        (await shop.ComposeAsync("up", "-d", "--wait")).ShouldHaveEndedWith(0);
        (await shop.AnswersAsync()).ShouldBe(("web 1", "api 1"));

        var takeOver = await shop.DeployAsync();

        takeOver.Output.ShouldContain("serves after");
        (await shop.AnswersAsync()).ShouldBe(("web 1", "api 1"));
        (await SlotsAsync(shop)).ShouldBe(["api-blue-1", "slipway-proxy-1", "web-blue-1"]);
        (await shop.RunAsync("Plan")).ShouldHaveEndedWith(0);

        await using var web = shop.StartLoad(shop.WebPort);
        await using var api = shop.StartLoad(shop.ApiPort);
        shop.Set("WEB_VERSION", "2");
        await shop.DeployAsync();
        (await shop.AnswersAsync()).ShouldBe(("web 2", "api 1"));
        shop.Set("API_VERSION", "2");
        shop.Set("WORKER_VERSION", "2");
        await shop.DeployAsync();
        (await shop.AnswersAsync()).ShouldBe(("web 2", "api 2"));
        (await shop.WorkersAsync()).ShouldBe(["2", "2"]);
        (await SlotsAsync(shop)).ShouldBe(Complete);

        (await shop.RunAsync("Rollback")).ShouldHaveEndedWith(0);
        (await shop.AnswersAsync()).ShouldBe(("web 2", "api 1"));

        await web.ShouldHaveLostNothingAsync();
        await api.ShouldHaveLostNothingAsync();
        (await shop.VolumesAsync()).ShouldBe([$"{shop.Name}_slots"]);
    }

    [Fact]
    public async Task An_application_that_runs_nowhere_yet_is_deployed_by_one_command()
    {
        await using var shop = await Shop.CreateAsync(program);

        await shop.DeployAsync();

        (await shop.AnswersAsync()).ShouldBe(("web 1", "api 1"));
        (await shop.WorkersAsync()).ShouldBe(["1", "1"]);
    }

    private static async Task<IReadOnlyList<string>> SlotsAsync(Shop shop) =>
        [.. (await shop.ContainersAsync()).Select(c => c.Split(' ')[0]).Where(c => !c.StartsWith("worker-", StringComparison.Ordinal))];
}
