using System.Net;
using Slipway.EndToEnd.Hosts;
using Slipway.EndToEnd.Load;

namespace Slipway.EndToEnd.Fronts;

/// <summary>Services that the application's own proxy tells apart by host and path.</summary>
public sealed class ServicesByHost(SlipwayProgram program)
{
    private const int BadConfiguration = 4;

    [Theory]
    [InlineData("nginx", "nginx:1.28")]
    [InlineData("haproxy", "haproxy:2.8", Skip = Scale.Long, SkipUnless = nameof(Scale.IsFull), SkipType = typeof(Scale))]
    [InlineData("caddy", "caddy:2.6", Skip = Scale.Long, SkipUnless = nameof(Scale.IsFull), SkipType = typeof(Scale))]
    public async Task Each_host_and_path_leads_to_its_service_and_is_switched_alone(string kind, string image)
    {
        await using var shop = await FrontedApplication.CreateAsync(program, "hosts");
        shop.Set("PROXY_IMAGE", image);
        shop.Edit("slipway.yaml", "application: hosts", $"application: {shop.Name}");
        shop.Edit("slipway.yaml", "kind: nginx", $"kind: {kind}");

        await shop.DeployAsync();
        var first = await AnswersAsync(shop);
        shop.Set("API_VERSION", "2");
        await shop.DeployAsync();
        var second = await AnswersAsync(shop);

        first.ShouldBe(["web 1", "api 1", "web 1", "web 1", "tenants 1"]);
        second.ShouldBe(["web 1", "api 2", "web 1", "web 1", "tenants 1"]);
        (await shop.StatusAsync("nobody.example.com", "/")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_host_and_path_of_two_services_is_refused_with_both_places_before_anything_is_changed()
    {
        await using var shop = await FrontedApplication.CreateAsync(program, "hosts");
        shop.Edit("slipway.yaml", "application: hosts", $"application: {shop.Name}");
        shop.Edit("slipway.yaml", "routes: [/api], ", string.Empty);

        var deployment = await shop.RunAsync("Deploy");

        deployment.ShouldHaveEndedWith(BadConfiguration).Text.ShouldMatch(
            @"slipway\.yaml:5:51: / of shop\.example\.org is ""web""'s already \(\S*slipway\.yaml:4:51\), so ""api"" can't have it as well");
        (await shop.ContainersAsync()).ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<string>> AnswersAsync(FrontedApplication shop) =>
    [
        (await shop.AskAsync("shop.example.org", "/")).Release,
        (await shop.AskAsync("SHOP.example.org:8080", "/api/things")).Release,
        (await shop.AskAsync("shop.example.org", "/apis")).Release,
        (await shop.AskAsync("www.example.org", "/api")).Release,
        (await shop.AskAsync("a.b.example.org", "/")).Release,
    ];
}
