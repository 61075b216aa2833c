using System.Net;
using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;
using Slipway.EndToEnd.Load;

namespace Slipway.EndToEnd.Fronts;

/// <summary>A front of Slipway's own that ends TLS.</summary>
public sealed class TlsProxies(SlipwayProgram program)
{
    private const int Wrong = 4;
    private const int Refused = 5;

    [Theory]
    [InlineData("nginx")]
    [InlineData("haproxy", Skip = Scale.Long, SkipUnless = nameof(Scale.IsFull), SkipType = typeof(Scale))]
    [InlineData("caddy", Skip = Scale.Long, SkipUnless = nameof(Scale.IsFull), SkipType = typeof(Scale))]
    public async Task Users_come_by_TLS_from_the_first_deployment_on_and_lose_no_request_when_releases_and_certificates_change(string kind)
    {
        await using var tls = await TlsApplication.CreateAsync(program, kind);
        var shop = tls.Application;
        await shop.DeployAsync();
        var (first, api) = (await tls.Users.AskAsync(TlsApplication.Shop), await tls.Users.AskAsync(TlsApplication.Api + "api/things"));
        var (shown, redirected) = (await tls.ShownAsync(TlsApplication.Shop), await RedirectedAsync(shop));
        var before = tls.Serial;
        await using var load = tls.StartLoad();

        shop.Set("WEB_VERSION", "2");
        await shop.DeployAsync();
        var containers = await shop.ContainerIdsAsync();
        tls.Renew();
        var plan = await shop.RunAsync("Plan");
        await shop.DeployAsync();
        var (renewed, after) = (await tls.ShownAsync(TlsApplication.Shop), await shop.RunAsync("Plan"));
        var files = await Docker.RunAsync("exec", $"{shop.Name}-slipway-proxy-1", "sh", "-c", "stat -c '%a %U' /etc/slipway-tls /etc/slipway-tls/*");
        await load.ShouldHaveLostNothingAsync();
        await Docker.RunAsync("restart", "-t", "1", $"{shop.Name}-slipway-proxy-1");

        (first.Release, first.Scheme, first.Outside, api.Release).ShouldBe(("web 1", "https", "shop.test", "api 1"));
        (shown, renewed).ShouldBe((before, tls.Serial));
        redirected.ShouldBe($"https://shop.test:{shop.SecondPort}/basket?a=b");
        plan.Output.ShouldContain("takes up renewed certificates");
        plan.Output.ShouldContain($"give {shop.Name}-slipway-proxy-1 its new configuration, with the certificates of shop.test, www.shop.test, api.shop.test");
        after.Output.ShouldContain("Nothing would change.");
        files.Split('\n').ShouldBe(["700 root", "600 root", "600 root"]);
        (await shop.ContainerIdsAsync()).ShouldBe(containers);
        await shop.UntilAnswersAsync($"{shop.Name}-slipway-proxy-1", "http://127.0.0.1:9180/slots");
        (await tls.Users.AskAsync(TlsApplication.Shop)).Release.ShouldBe("web 2");
    }

    [Fact]
    public async Task No_key_is_anywhere_but_in_the_proxy()
    {
        await using var tls = await TlsApplication.CreateAsync(program, "nginx");
        var shop = tls.Application;
        var first = await shop.DeployAsync("--verbosity=diagnostic");
        tls.Renew();

        var (plan, json, second) = (await shop.RunAsync("Plan"), await shop.RunAsync("Plan", "--json"), await shop.DeployAsync("--verbosity=diagnostic"));
        var inspected = await Docker.RunAsync("inspect", $"{shop.Name}-slipway-proxy-1");
        var written = Directory.EnumerateFiles(Path.Combine(shop.Folder, ".slipway"), "*", SearchOption.AllDirectories).Select(File.ReadAllText);

        var told = string.Concat([first.Text, plan.Text, json.Text, second.Text, inspected, .. written]);
        tls.Keys().Count.ShouldBe(3);
        tls.Keys().ShouldAllBe(k => !told.Contains(k, StringComparison.Ordinal));
        told.ShouldNotContain("PRIVATE KEY");
    }

    [Fact]
    public async Task What_users_would_refuse_is_refused_before_anything_is_changed()
    {
        await using var tls = await TlsApplication.CreateAsync(program, "nginx");
        var (shop, now) = (tls.Application, TimeProvider.System.GetUtcNow());
        var slipway = shop.Read("slipway.yaml");

        tls.Renew((now.AddDays(-3), now.AddHours(-1)));
        var expired = await shop.RunAsync("Deploy");
        tls.Renew((now.AddDays(1), now.AddDays(3)));
        var early = await shop.RunAsync("Deploy");
        tls.Renew((now.AddDays(-1), now.AddDays(5)));
        var soon = await shop.RunAsync("Plan");
        shop.Edit("slipway.yaml", "key: secret:api-key", "key: certbot/live/shop.test/privkey.pem");
        var foreign = await shop.RunAsync("Deploy");
        shop.Write("slipway.yaml", slipway);
        shop.Edit("slipway.yaml", "certs/api.crt", "certs/apo.crt");
        var missing = await shop.RunAsync("Deploy");
        shop.Write("slipway.yaml", slipway);
        shop.Edit("slipway.yaml", "secret:api-key", "secret:apikey");
        var unknown = await shop.RunAsync("Deploy");

        expired.ShouldHaveEndedWith(Refused).Text.ShouldContain("slipway.yaml:9:8: the certificate of shop.test, www.shop.test has expired on ");
        early.ShouldHaveEndedWith(Refused).Text.ShouldContain("slipway.yaml:9:8: the certificate of shop.test, www.shop.test is valid only from ");
        soon.ShouldHaveEndedWith(2).Output.ShouldContain("warning  the certificate of shop.test, www.shop.test expires in 4 days");
        foreign.ShouldHaveEndedWith(Refused).Text.ShouldContain("slipway.yaml:10:36: the key in certbot/live/shop.test/privkey.pem does not belong to the certificate in certs/api.crt");
        missing.ShouldHaveEndedWith(Wrong).Text.ShouldContain("slipway.yaml:10:8: certs/apo.crt does not exist (did you mean \"api.crt\"?)");
        unknown.ShouldHaveEndedWith(Wrong).Text.ShouldContain("slipway.yaml:10:36: no service of the compose file uses a secret \"apikey\" (did you mean \"api-key\"?)");
        (await shop.ContainersAsync()).ShouldBeEmpty();
    }

    private static async Task<string?> RedirectedAsync(FrontedApplication shop)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"http://127.0.0.1:{shop.Port}/basket?a=b")) { Headers = { Host = "shop.test" } };
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.PermanentRedirect);
        return response.Headers.Location?.OriginalString;
    }
}
