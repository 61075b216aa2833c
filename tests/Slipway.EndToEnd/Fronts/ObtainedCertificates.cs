using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;
using Slipway.EndToEnd.Load;
using Slipway.Load;
using Slipway.Testing.Network;

namespace Slipway.EndToEnd.Fronts;

/// <summary>A front of Slipway's own that obtains its certificates.</summary>
public sealed class ObtainedCertificates(SlipwayProgram program)
{
    public static bool IsFull => Scale.IsFull;

    private const int Wrong = 4;
    private const int NotReady = 7;
    private const string Shop = "https://shop.test/";
    private const string Api = "https://api.shop.test/api/things";

    /// <summary>A proof asked for on a port where nobody listens fails, so that each row leaves one way.</summary>
    [Theory(Skip = Scale.Long, SkipUnless = nameof(IsFull))]
    [InlineData("HTTP")]
    [InlineData("TLS-ALPN")]
    public async Task The_first_deployment_obtains_them_and_no_later_one_asks_again_not_even_after_Release(string way)
    {
        await using var shop = await CreateAsync();
        await using var authority = await AcmeAuthority.StartAsync(
            way == "HTTP" ? shop.Port : FreePort.Find(), way == "HTTP" ? FreePort.Find() : shop.SecondPort, TimeSpan.FromDays(30));
        Obtain(shop, authority);

        var plan = await shop.RunAsync("Plan");
        await shop.DeployAsync();
        using var users = new TlsUsers(shop.SecondPort, await authority.RootAsync());
        var answers = ((await users.AskAsync(Shop)).Release, (await users.AskAsync(Api)).Release);
        var (orders, shown) = (authority.Orders, await users.SerialAsync("shop.test"));
        shop.Set("WEB_VERSION", "2");
        await shop.DeployAsync();
        var second = (await users.AskAsync(Shop)).Release;
        (await shop.RunAsync("Release")).ShouldHaveEndedWith(0);
        var kept = await shop.VolumesAsync();
        await shop.DeployAsync();

        plan.Output.ShouldContain($"await certificates of {shop.Name}-slipway-proxy-1 for shop.test, api.shop.test");
        (answers, second).ShouldBe((("web 1", "api 1"), "web 2"));
        orders.ShouldBeGreaterThanOrEqualTo(2);
        authority.Proofs.ShouldBeGreaterThanOrEqualTo(2);
        kept.ShouldContain($"{shop.Name}_slipway-certificates");
        (await users.AskAsync(Shop)).Release.ShouldBe("web 2");
        (await users.SerialAsync("shop.test")).ShouldBe(shown);
        authority.Orders.ShouldBe(orders);
    }

    [Fact(Skip = Scale.Long, SkipUnless = nameof(IsFull))]
    public async Task What_is_due_is_renewed_during_a_deployment_and_no_request_is_lost()
    {
        await using var shop = await CreateAsync();
        await using var authority = await AcmeAuthority.StartAsync(shop.Port, shop.SecondPort, TimeSpan.FromSeconds(150));
        Obtain(shop, authority);
        await shop.DeployAsync();
        using var root = await authority.RootAsync();
        using var users = new TlsUsers(shop.SecondPort, root);
        var (shown, orders) = (await users.SerialAsync("shop.test"), authority.Orders);
        await using var load = StartLoad(shop, root);

        // Caddy renews in the last third of the time. Nothing but the clock says when that begins.
        await Task.Delay(TimeSpan.FromSeconds(105), TestContext.Current.CancellationToken);
        shop.Set("WEB_VERSION", "2");
        shop.Edit("slipway.yaml", "hsts: 1h", "hsts: 2h");
        await shop.DeployAsync();

        (await users.AskAsync(Shop)).Release.ShouldBe("web 2");
        await UntilRenewedAsync(users, shown);
        authority.Orders.ShouldBe(orders + 2);
        await load.ShouldHaveLostNothingAsync();
    }

    [Fact(Skip = Scale.Long, SkipUnless = nameof(IsFull))]
    public async Task A_host_that_leads_elsewhere_gets_none_and_the_deployment_is_taken_back_with_the_authority_s_reason()
    {
        await using var shop = await CreateAsync();
        await using var authority = await AcmeAuthority.StartAsync(FreePort.Find(), FreePort.Find(), TimeSpan.FromDays(30));
        Obtain(shop, authority);

        var failed = await shop.RunAsync("Deploy");

        failed.ShouldHaveEndedWith(NotReady).Text.ShouldContain("none for shop.test after 90 s");
        failed.Text.ShouldContain("http-01: Get ");
        failed.Text.ShouldContain("connection refused; tls-alpn-01: ");
        (await shop.ContainersAsync()).ShouldNotContain("web-blue-1 running");
    }

    [Fact]
    public async Task Only_a_kind_that_can_is_asked_to()
    {
        await using var shop = await CreateAsync();
        shop.Edit("slipway.yaml", "kind: caddy", "kind: nginx");
        shop.Edit("slipway.yaml", Certificates(shop), "    auto: true\n");

        var plan = await shop.RunAsync("Plan");

        plan.ShouldHaveEndedWith(Wrong).Text.ShouldContain("nginx obtains no certificates (name those that you have, or take another kind: caddy)");
        plan.Text.ShouldContain("nothing says for which hosts certificates are obtained");
    }

    private static LoadRun StartLoad(FrontedApplication shop, X509Certificate2 root) => LoadRun.Start(
        new LoadPlan(new IPEndPoint(IPAddress.Loopback, shop.SecondPort),
        [
            new LoadClients(LoadKind.Get, "/", 20) { Pause = TimeSpan.FromMilliseconds(60) },
            new LoadClients(LoadKind.Post, "/api", 12) { Pause = TimeSpan.FromMilliseconds(65) },
        ])
        {
            Host = "shop.test",
            Tls = new SslClientAuthenticationOptions
            {
                TargetHost = "shop.test",
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    RevocationMode = X509RevocationMode.NoCheck,
                    CustomTrustStore = { root },
                },
            },
        },
        TimeProvider.System);

    // Caddy renews beside its work, as soon as it has taken the configuration.
    private static async Task UntilRenewedAsync(TlsUsers users, string shown)
    {
        for (var began = TimeProvider.System.GetTimestamp(); await users.SerialAsync("shop.test") == shown;)
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(30));
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static string Certificates(FrontedApplication shop)
    {
        var text = shop.Read("slipway.yaml");
        var from = text.IndexOf("    certificates:", StringComparison.Ordinal);
        return text[from..text.IndexOf("services:", StringComparison.Ordinal)];
    }

    private static void Obtain(FrontedApplication shop, AcmeAuthority authority)
    {
        shop.Write("authority.crt", authority.TrustedBy);
        shop.Edit("slipway.yaml", Certificates(shop), $"""
                auto: true
                hosts: [shop.test, api.shop.test]
                email: operator@shop.test
                authority: {authority.Address}
                authority-root: authority.crt

            """);
    }

    private async Task<FrontedApplication> CreateAsync()
    {
        var shop = await FrontedApplication.CreateAsync(program, "own-tls");
        shop.Edit("slipway.yaml", "application: own-tls", $"application: {shop.Name}");
        shop.Edit("slipway.yaml", "kind: nginx", "kind: caddy");
        shop.Edit("slipway.yaml", "nginx:1.28", "caddy:2.6");
        Directory.CreateDirectory(Path.Combine(shop.Folder, "certs"));

        // The compose file has it for a secret, whose text is masked wherever it would be told.
        shop.Write("certs/api.key", "not used by this test");
        shop.Environment["SITE_PORT"] = shop.Port.ToString(CultureInfo.InvariantCulture);
        shop.Environment["SECOND_PORT"] = shop.SecondPort.ToString(CultureInfo.InvariantCulture);
        return shop;
    }
}
