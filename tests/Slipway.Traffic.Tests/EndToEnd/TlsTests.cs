using System.Net;
using Slipway.Testing.Certificates;
using Slipway.Traffic.Slots;
using Slipway.Traffic.Tests.Proxies;

namespace Slipway.Traffic.Tests.EndToEnd;

public sealed class TlsTests
{
    private static readonly Version Http1 = HttpVersion.Version11;
    private static readonly Version Http2 = HttpVersion.Version20;
    private readonly TestCertificate _shop = TestCertificate.For("shop.example.org", "*.shop.example.org");
    private readonly TestCertificate _api = TestCertificate.For("other.example.org", ProxyStage.OtherHost);

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Each_name_has_its_certificate_its_routes_and_the_version_of_HTTP_that_the_client_wants(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind, p => TlsPlans.With(p, _shop, _api));

        foreach (var version in new[] { Http1, Http2 })
        {
            (await AskAsync("https://shop.example.org/x", version)).ShouldBe(("bot blue /x", _shop.Certificate.SerialNumber));
            (await AskAsync("https://deep.shop.example.org/api", version)).ShouldBe(("api.v2 blue /api", _shop.Certificate.SerialNumber));
            (await AskAsync("https://other.example.org/x", version)).ShouldBe(("bot blue /x", _api.Certificate.SerialNumber));
            (await AskAsync($"https://{ProxyStage.OtherHost}/x", version)).ShouldBe(("api.v2 blue /x", _api.Certificate.SerialNumber));
            var (text, shown) = await AskAsync("https://192.0.2.1/x", version);
            text.ShouldBe("bot blue /x");

            // Caddy shows any to a client that names no host.
            shown.ShouldBeOneOf(kind == "caddy" ? [_shop.Certificate.SerialNumber, _api.Certificate.SerialNumber] : [_shop.Certificate.SerialNumber]);
        }

        await stage.SwitchToAsync(Slot.Green);
        (await AskAsync("https://shop.example.org/", Http2)).ShouldBe(("green", _shop.Certificate.SerialNumber));
        (await stage.TextAsync("/")).ShouldBe("green");
        (await stage.ExecAsync(["sh", "-c", "stat -c '%a %U' /etc/slipway-tls/*"])).Split('\n').ShouldBe(["600 root", "600 root"]);

        async Task<(string Text, string? Serial)> AskAsync(string address, Version version)
        {
            using var client = new TlsClient(stage, version);
            return (await client.TextAsync(address), client.Serial);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Who_comes_without_TLS_is_sent_to_it_but_for_containers_that_know_services_by_their_names(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind, p => TlsPlans.Redirecting(p, _shop));

        (await SentAsync(HttpMethod.Get, "shop.example.org", "/a/b?c=d&e")).ShouldBe((HttpStatusCode.PermanentRedirect, "https://shop.example.org:8443/a/b?c=d&e"));
        (await SentAsync(HttpMethod.Post, "Shop.Example.org:8080", "/")).Status.ShouldBe(HttpStatusCode.PermanentRedirect);
        (await SentAsync(HttpMethod.Post, "shop.example.org:8080", "/")).Location.ShouldBe("https://shop.example.org:8443/");
        (await SentAsync(HttpMethod.Get, ProxyStage.OtherHost, "/")).Location.ShouldBe($"https://{ProxyStage.OtherHost}:8443/");
        (await stage.TextAsync("/x", host: ProxyStage.Service)).ShouldBe("bot blue /x");
        (await stage.TextAsync("/x", host: $"{ProxyStage.Service}:80")).ShouldBe("bot blue /x");
        (await stage.TextAsync("/x", stage.Preview.PreviewPortOf(stage.Plan, stage.Plan.Listeners[0]), Slot.Green)).ShouldBe("bot green /x");

        async Task<(HttpStatusCode Status, string? Location)> SentAsync(HttpMethod method, string host, string path)
        {
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
            using var request = new HttpRequestMessage(method, new Uri($"http://{stage.Address}{path}"));
            request.Headers.Host = host;
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            return (response.StatusCode, response.Headers.Location?.OriginalString);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Services_are_told_that_the_client_came_by_TLS_whatever_it_says_itself(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind, p => TlsPlans.With(p, _shop));

        foreach (var version in new[] { Http1, Http2 })
        {
            using var client = new TlsClient(stage, version);
            (await client.TextAsync("https://shop.example.org/headers", ("X-Forwarded-Proto", "http"))).Split('\n', StringSplitOptions.TrimEntries)
                .ShouldSatisfyAllConditions(l => l.ShouldContain(h => h.Equals("X-Forwarded-Proto: https", StringComparison.OrdinalIgnoreCase)), l => l.ShouldContain("Host: shop.example.org"));
        }

        (await stage.TextAsync("/headers", headers: [("X-Forwarded-Proto", "https")])).ShouldContain("X-Forwarded-Proto: http\n", Case.Insensitive);
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Browsers_are_told_to_come_by_TLS_once_and_only_when_asked_for(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind, p => TlsPlans.Redirecting(p, _shop));
        using var client = new TlsClient(stage, Http1);

        using var told = await client.GetAsync("https://shop.example.org/strict");
        using var plain = await stage.AskAsync("/x", host: ProxyStage.Service);
        await stage.TakeAsync(TlsPlans.With(stage.Plan, _shop));
        using var other = new TlsClient(stage, Http1);
        using var untold = await other.GetAsync("https://shop.example.org/x");

        told.Headers.GetValues("Strict-Transport-Security").ShouldBe(["max-age=3600"]);
        plain.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
        untold.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    [Theory]
    [InlineData("nginx")]
    [InlineData("caddy")]
    public async Task What_an_authority_asks_for_is_answered_from_the_folder_without_TLS(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind, p => TlsPlans.Redirecting(p, _shop) with { Fingerprint = "none" });
        await stage.ExecAsync(["sh", "-c", "mkdir -p /srv/acme/.well-known/acme-challenge && echo -n proof > /srv/acme/.well-known/acme-challenge/token"]);

        await stage.TakeAsync(stage.Plan with { Fingerprint = "folder", Tls = stage.Plan.Tls! with { ChallengeFolder = "/srv/acme" } });

        (await stage.TextAsync("/.well-known/acme-challenge/token", host: "shop.example.org")).ShouldBe("proof");
        (await stage.AskAsync("/.well-known/acme-challenge/other", host: "shop.example.org")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
