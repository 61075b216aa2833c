using Slipway.Traffic.Proxies;
using Slipway.Traffic.Proxies.Tls;

namespace Slipway.Traffic.Tests.Proxies;

public sealed class TlsPlanRulesTests
{
    [Fact]
    public void All_problems_of_TLS_are_told_at_once()
    {
        var certificate = new TlsCertificate(["a b"], "../x", new TlsBundle("", ""));
        var plan = Plans.One with
        {
            Tls = new ProxyTls(9180, 81, [certificate]) { RedirectTo = 0, PlainHosts = ["*.", "bot"], Hsts = TimeSpan.FromSeconds(-1), ChallengeFolder = "x;y" },
        };

        ProxyPlanRules.Problems(plan, ProxyKinds.All[0]).ShouldBe([
            "TLS is on port 9180, and known as 0; ports go from 1 to 65535.",
            "Port 9180 inside the proxy is Slipway's own; let TLS be on another one.",
            "TLS has the routes of port 81, on which the proxy does not listen.",
            "\"../x\" is not the fingerprint of a certificate: letters and digits.",
            "\"a b\" is not a host name.",
            "\"*.\" is not a host name.",
            "Browsers can't be told to come by TLS for -00:00:01.",
            "\"x;y\" is not a folder's absolute path: it has only letters, digits and / _ . -.",
        ]);
        ProxyPlanRules.Problems(Plans.One with { Tls = new ProxyTls(80, 80, []) }, ProxyKinds.All[0]).ShouldBe([
            "Port 80 inside the proxy is a listener's without TLS; let TLS be on another one.",
            "There is no certificate.",
        ]);
    }

    [Fact]
    public void Certificates_are_obtained_by_kinds_that_can_for_hosts_that_can_have_them()
    {
        var tls = Plans.Obtained.Tls!;
        var wrong = tls with { Automatic = new TlsAutomatic(["*.example.org"]) { Email = "a b", Authority = new Uri("http://x") } };

        ProxyPlanRules.Problems(Plans.Obtained, ProxyKinds.Named("nginx")!).ShouldBe(["nginx obtains no certificates."]);
        ProxyPlanRules.Problems(Plans.Obtained, ProxyKinds.Named("caddy")!).ShouldBeEmpty();
        ProxyPlanRules.Problems(Plans.Obtained with { Tls = wrong }, ProxyKinds.Named("caddy")!).ShouldBe([
            "Certificates are obtained for hosts by their names, and there are no others beside them.",
            "\"a b\" is no address that an authority could write to.",
            "http://x/ is not the address of an authority's directory: it begins with https://.",
        ]);
    }

    [Theory]
    [InlineData("a.example.org", true)]
    [InlineData("A.Example.ORG", true)]
    [InlineData("x.b.example.org", true)]
    [InlineData("b.example.org", false)]
    [InlineData("x.y.b.example.org", false)]
    [InlineData("example.org", false)]
    public void A_star_of_a_certificate_is_one_label(string host, bool covered) =>
        new TlsCertificate(["a.example.org", "*.b.example.org"], "1", new TlsBundle("", "")).Covers(host).ShouldBe(covered);

    [Fact]
    public void A_plan_shows_no_key()
    {
        var secret = "-----BEGIN PRIVATE KEY-----";

        var shown = (Plans.One with { Tls = new ProxyTls(443, 80, [new TlsCertificate(["a"], "1", new TlsBundle("", secret))]) }).ToString();
        var files = TlsFiles.Of(Plans.One with { Tls = new ProxyTls(443, 80, [new TlsCertificate(["a"], "1", new TlsBundle("", secret))]) });

        shown.ShouldNotContain(secret);
        (files.ShouldHaveSingleItem().Path, files[0].Content.Pem, files[0].ToString().Contains(secret, StringComparison.Ordinal)).ShouldBe(("/etc/slipway-tls/1.pem", secret, false));
    }
}
