using System.Net;

namespace Slipway.EndToEnd.Fronts;

/// <summary>A shop behind an nginx that ends TLS and keeps the addresses that it found when it started; each test leaves it deployed.</summary>
public sealed class TlsFronts(DeployedTlsShop deployed) : IClassFixture<DeployedTlsShop>
{
    private const int NotReady = 7;
    private readonly FrontedApplication _shop = deployed.Shop;
    private readonly TlsUsers _users = deployed.Users;

    [Fact]
    public void The_take_over_is_hardly_noticed()
    {
        deployed.Visited.ShouldBeGreaterThan(0);
        deployed.TakeOver.Count.ShouldBeLessThan(deployed.Visited / 10, string.Join('\n', deployed.TakeOver.Take(20)));
    }

    [Fact]
    public async Task Services_are_told_by_the_front_who_asks_and_how_as_before()
    {
        var answers = await deployed.AskAsync();

        deployed.Before[0].ShouldSatisfyAllConditions(b => b.RealIp.ShouldNotBeNull(), b => b.Scheme.ShouldBe("https"), b => b.Outside.ShouldBe("shop.test"));
        answers[0].ShouldBe(deployed.Before[0]);
        Told(answers).ShouldBe(Told(deployed.Before));
    }

    [Fact]
    public async Task Files_headers_and_redirections_of_the_front_stay()
    {
        using var file = await _users.GetAsync("https://www.shop.test/assets/shop.css");
        using var page = await _users.GetAsync("https://shop.test/");
        using var plain = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://127.0.0.1:{_shop.Port}/basket")) { Headers = { Host = "shop.test" } };
        using var redirected = await plain.SendAsync(request, TestContext.Current.CancellationToken);

        (await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Trim().ShouldBe("h1 { color: teal; }");
        page.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        redirected.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        redirected.Headers.Location!.OriginalString.ShouldBe("https://shop.test/basket");
    }

    [Fact]
    public async Task Users_never_meet_a_release_that_does_not_get_ready()
    {
        var containers = await _shop.ContainerIdsAsync();
        _shop.Edit("slipway.yaml", "port: 8000", "port: 8000, ready: 5s");
        _shop.Set("WEB_HEALTH", "500");
        _shop.Set("WEB_VERSION", "never switched to");
        await using var visits = Visits.Start(_users.AskAsync, DeployedTlsShop.Pages);

        var result = await _shop.RunAsync("Deploy");
        _shop.Edit("slipway.yaml", ", ready: 5s", string.Empty);
        _shop.Set("WEB_HEALTH", "200");
        _shop.Set("WEB_VERSION", "1");

        result.ShouldHaveEndedWith(NotReady);
        await visits.ShouldHaveBeenAnsweredByAsync("web 1", "api 1");
        (await _shop.ContainerIdsAsync()).ShouldBe(containers);
    }

    [Fact]
    public async Task Release_gives_back_to_plain_compose_and_Deploy_takes_over_again_hardly_noticed()
    {
        await using var visits = Visits.Start(_users.AskAsync, DeployedTlsShop.Pages);

        (await _shop.RunAsync("Release")).ShouldHaveEndedWith(0);
        var (released, networks, answers) = (await _shop.ContainersAsync(), await _shop.NetworksAsync(), await deployed.AskAsync());
        var containers = await _shop.ContainerIdsAsync();
        await _shop.ComposeUpAsync();
        var composed = await _shop.ContainerIdsAsync();
        await _shop.DeployAsync();

        released.ShouldBe(["api-1 running", "nginx-1 running", "web-1 running"]);
        networks.ShouldBe([$"{_shop.Name}_default"]);
        answers.ShouldBe(deployed.Before);
        composed.ShouldBe(containers);
        Told(await deployed.AskAsync()).ShouldBe(Told(deployed.Before));
        await visits.StopAsync();
        visits.Answered.ShouldBe(["api 1", "web 1"]);
        visits.Failures.Count.ShouldBeLessThan(visits.Count / 10, string.Join('\n', visits.Failures.Take(20)));
        (await _shop.ContainersAsync()).ShouldContain("web-blue-1 running");
    }

    // What the front says of a request whatever the page.
    private static IEnumerable<string> Told(IEnumerable<Answer> answers) => answers.Select(a => $"{a.Release} {a.Path} {a.Host} {a.Scheme}");
}
