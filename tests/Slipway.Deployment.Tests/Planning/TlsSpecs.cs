using Slipway.Deployment.Configuration;
using Slipway.Deployment.Configuration.Tls;
using Slipway.Deployment.Observation.Certificates;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Gateways;
using Slipway.Traffic.Proxies.Tls;

namespace Slipway.Deployment.Tests.Planning;

/// <summary>What is planned for a proxy that ends TLS.</summary>
public sealed class TlsSpecs
{
    private const string Proxy = "shop-slipway-proxy-1";

    [Fact]
    public void A_proxy_is_started_with_its_certificates_in_it()
    {
        var steps = Tls().Plan().Of("PrepareEnvironment").Steps.Select(s => s.Command.Split(" -f .slipway/slots.yaml ")[^1]).Where(c => c.Contains("proxy", StringComparison.Ordinal)).ToList();

        steps.ShouldBe([
            "up --no-start --no-deps --no-build slipway-proxy", $"give {Proxy} the certificates of shop.test", "up -d --no-deps slipway-proxy",
        ]);
    }

    [Fact]
    public void A_renewed_certificate_is_all_that_a_deployment_changes()
    {
        var deployed = Deployed(Tls());

        var (same, renewed) = (deployed.Plan(), deployed.With(o => o with { Certificates = [Certificate("2")] }).Plan());

        same.Context.ChangesAnything.ShouldBeFalse();
        var change = renewed.Context.Environment.Gateways.ShouldHaveSingleItem();
        (change.Action, change.Reason, change.IsLeftAlone).ShouldBe((GatewayAction.Update, "takes up renewed certificates", false));
        renewed.Context.Changing.ShouldBeEmpty();
        renewed.Of("Switch").Steps.Select(s => s.Command).ShouldBe([$"give {Proxy} its new configuration, with the certificates of shop.test"]);
    }

    [Fact]
    public void Another_setting_is_another_configuration()
    {
        var deployed = Deployed(Tls());

        var changed = deployed.With(Tls(", hsts: 1h").Application).Plan();

        changed.Context.Environment.Gateways.ShouldHaveSingleItem().Reason.ShouldBe("takes a new configuration");
    }

    [Fact]
    public void A_running_proxy_that_publishes_no_port_for_TLS_is_not_told_to_send_users_there()
    {
        var deployed = Deployed(Scene.Shop());
        var tls = deployed.With(Tls().Application).With(o => o with { Certificates = [Certificate("1")] });

        var (refused, consented) = (tls.Plan(), tls.Plan(new DeploymentRequest { Consents = new HashSet<string> { "slipway-proxy" } }));

        var refusal = refused.Refusals.ShouldHaveSingleItem();
        (refusal.Message, refusal.Remedy).ShouldBe((
            "the proxy slipway-proxy runs, and it does not publish port 443, to which users of TLS come",
            "--consent=slipway-proxy replaces it, which interrupts traffic for a second or more"));
        consented.Refusals.ShouldBeEmpty();
        consented.Context.Environment.Gateways.ShouldHaveSingleItem().Action.ShouldBe(GatewayAction.Replace);
    }

    [Fact]
    public void Ports_that_the_proxy_publishes_are_published_once_and_must_be_free()
    {
        var scene = Tls().With(o => o with { ForeignPorts = new Dictionary<int, string> { [443] = "the container other-1" } });

        var plan = scene.Plan();

        var refusal = plan.Refusals.ShouldHaveSingleItem();
        (refusal.Message, refusal.Remedy).ShouldBe((
            "port 443, which the proxy publishes, is in use by the container other-1", "stop that, or publish another port (proxy.ports in slipway.yaml)"));
        plan.Context.Overlay!.Text.ShouldContain("80:80");
        plan.Context.Overlay.Text.ShouldContain("443:443");
    }

    [Fact]
    public void What_is_soon_over_or_doubtful_is_warned_of()
    {
        var soon = Certificate("2") with { Until = Scene.Morning.AddDays(13) };
        var nameless = Certificate("3") with { Certificate = new TlsCertificate([], "3", new TlsBundle("", "")) };

        var plan = Tls().With(o => o with { Certificates = [Certificate("1"), soon, nameless] }).Plan();

        plan.Refusals.ShouldBeEmpty();
        plan.Warnings.ShouldContain("the certificate of shop.test expires in 12 days");
        plan.Warnings.ShouldContain("shop.test is a name of several certificates: the one in shop.crt is shown");
        plan.Warnings.ShouldContain("the certificate in shop.crt names no host (subjectAltName): browsers refuse it whatever it is asked for");
    }

    [Fact]
    public void An_expired_certificate_is_no_reason_to_refuse_where_nothing_changes()
    {
        var deployed = Deployed(Tls());

        var later = deployed.WithEngine(e => e with { Now = Scene.Morning.AddDays(31) }).Plan();

        later.Refusals.ShouldBeEmpty();
        later.Warnings.ShouldContain("the certificate of shop.test has expired: browsers refuse it");
    }

    [Theory]
    [InlineData("[shop.test]", "", null)]
    [InlineData("[shop.test, other.test]", "", "no certificate is for other.test, and users are sent to TLS: they would be refused by their browsers")]
    [InlineData("[other.test]", ", redirect: false", null)]
    [InlineData("['*.shop.test']", "", "no certificate is for *.shop.test, and users are sent to TLS: they would be refused by their browsers")]
    public void A_host_that_no_certificate_is_for_is_a_mistake_where_users_come_by_TLS_only(string hosts, string further, string? message)
    {
        var scene = Tls(further, hosts);

        CertificateCoverage.Uncovered(scene.Application, scene.Observation.Certificates).Select(p => p.Message).ShouldBe(message is null ? [] : [message]);
    }

    private static Scene Tls(string further = "", string? hosts = null) => Scene.Shop(y => y.Replace(
        "image: \"haproxy:2.8\"", $"image: \"haproxy:2.8\", tls: {{certificates: [{{certificate: shop.crt}}]{further}}}", StringComparison.Ordinal)
        .Replace("web: {strategy: blue-green", hosts is null ? "web: {strategy: blue-green" : $"web: {{hosts: {hosts}, strategy: blue-green", StringComparison.Ordinal))
        .With(o => o with { Certificates = [Certificate("1")] });

    // What a proxy publishes is not among the effects of other plans.
    private static Scene Deployed(Scene scene)
    {
        var ports = scene.Application.Settings.Proxy!.Ports.Select(p => int.Parse(p.Published!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return scene.Deploy().WithContainer(Proxy, c => c with { PublishedPorts = ports });
    }

    private static CertificateObservation Certificate(string fingerprint)
    {
        var source = new CertificateSource("shop.crt", false, new Place("slipway.yaml", 4, 5));
        return new CertificateObservation(new CertificateSettings(source, source))
        {
            Certificate = new TlsCertificate(["shop.test"], fingerprint, new TlsBundle("certificate", "key")),
            From = Scene.Morning.AddDays(-1),
            Until = Scene.Morning.AddDays(30),
        };
    }
}
