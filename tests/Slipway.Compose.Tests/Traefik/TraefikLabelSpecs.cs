using System.Globalization;
using System.Text;
using Slipway.Compose.Drafts;
using Slipway.Compose.Tests.Oracle;
using Slipway.Compose.Traefik;

namespace Slipway.Compose.Tests.Traefik;

/// <summary>What Traefik's Docker provider reads off a container, moved to another one so that it reads the same.</summary>
public sealed class TraefikLabelSpecs
{
    [Fact]
    public void All_of_them_move_as_they_are_written()
    {
        var moved = Moved(
            """
            labels:
              - "traefik.enable=true"
              - "traefik.http.routers.shop.rule=Host(`shop.test`) && PathPrefix(`/a`)"
              - "traefik.http.routers.shop.middlewares=auth,strip@file"
              - "traefik.http.middlewares.auth.basicauth.users=admin:$$apr1$$x$$y"
              - "traefik.http.services.shop.loadbalancer.server.port=8000"
              - "traefik.http.services.shop.loadbalancer.sticky.cookie.name=s"
              - "traefik.docker.network=edge"
              - "com.example.other=stays"
            """);

        moved.ShouldBe(
        [
            "traefik.docker.network=edge",
            "traefik.enable=true",
            "traefik.http.middlewares.auth.basicauth.users=admin:$apr1$x$y",
            "traefik.http.routers.shop.middlewares=auth,strip@file",
            "traefik.http.routers.shop.rule=Host(`shop.test`) && PathPrefix(`/a`)",
            "traefik.http.services.shop.loadbalancer.server.port=8000",
            "traefik.http.services.shop.loadbalancer.sticky.cookie.name=s",
        ]);
    }

    [Theory]
    [InlineData("a", "web", "web-a")]
    [InlineData("my_shop", "web.front", "web-front-my-shop")]
    public void The_port_network_and_service_that_Traefik_would_have_found_out_are_said(string project, string service, string name)
    {
        var moved = Moved("labels: {Traefik.Enable: 'true', traefik.http.routers.r.rule: 'Path(`/`)'}", project, service);

        moved.ShouldBe(
        [
            "Traefik.Enable=true",
            $"traefik.docker.network={project}_default",
            "traefik.http.routers.r.rule=Path(`/`)",
            $"traefik.http.services.{name}.loadbalancer.server.port=8000",
        ]);
    }

    [Fact]
    public void Those_for_TCP_move_as_well_and_lead_to_the_port_of_connections()
    {
        var moved = Moved(
            """
            labels:
              traefik.enable: "true"
              traefik.tcp.routers.mail.rule: HostSNI(`mail.test`)
              traefik.tcp.routers.mail.entrypoints: smtps
              traefik.tcp.routers.mail.tls.passthrough: "true"
              traefik.tcp.services.mail.loadbalancer.proxyprotocol.version: "2"
              traefik.docker.network: edge
            """,
            told: new TraefikPorts([]) { Tcp = [465, 25] });

        moved.ShouldBe(
        [
            "traefik.docker.network=edge",
            "traefik.enable=true",
            "traefik.tcp.routers.mail.entrypoints=smtps",
            "traefik.tcp.routers.mail.rule=HostSNI(`mail.test`)",
            "traefik.tcp.routers.mail.tls.passthrough=true",
            "traefik.tcp.services.mail.loadbalancer.proxyprotocol.version=2",
            "traefik.tcp.services.mail.loadbalancer.server.port=465",
        ]);
    }

    [Fact]
    public void Those_for_HTTP_and_for_TCP_of_one_service_each_lead_to_their_port()
    {
        var moved = Moved(
            """
            labels:
              traefik.http.routers.web.rule: Host(`a.test`)
              traefik.http.services.rpc.loadbalancer.server.port: "9000"
              traefik.http.services.rpc.loadbalancer.server.scheme: h2c
              traefik.tcp.routers.db.rule: HostSNI(`*`)
            """,
            told: new TraefikPorts([8000]) { Http2 = [9000], Tcp = [5432] });

        moved.ShouldBe(
        [
            "traefik.docker.network=a_default",
            "traefik.http.routers.web.rule=Host(`a.test`)",
            "traefik.http.services.rpc.loadbalancer.server.port=9000",
            "traefik.http.services.rpc.loadbalancer.server.scheme=h2c",
            "traefik.tcp.routers.db.rule=HostSNI(`*`)",
            "traefik.tcp.services.web-a.loadbalancer.server.port=5432",
        ]);
    }

    [Theory]
    [InlineData("traefik.tcp.routers.a.entrypoints: db", "its router a has no rule, without which Traefik takes none for TCP")]
    [InlineData("traefik.tcp.routers.a.rule: 'HostSNI(`*`)', traefik.tcp.services.a.loadbalancer.server.port: '5433'", "name port 5433 beside 5432")]
    [InlineData("traefik.tcp.routers.a.rule: 'HostSNI(`*`)', traefik.http.routers.a.rule: 'Host(`a`)'", "is for HTTP, and none of its ports")]
    public void What_would_mean_something_else_of_TCP_stays(string labels, string reason)
    {
        using var application = new Application(("compose.yaml", $"name: a\nservices: {{web: {{image: x, labels: {{{labels}}}}}}}\n"));

        TraefikLabels.Obstacle(application.Model, application.Model.Find("web")!, new TraefikPorts([]) { Tcp = [5432] }).ShouldNotBeNull().ShouldContain(reason);
    }

    [Theory]
    [InlineData("traefik.http.routers.a.entrypoints: web", "its router a has no rule")]
    [InlineData("traefik.enable: 'true'", "no label has a rule")]
    [InlineData("traefik.tcp.routers.a.rule: 'HostSNI(`*`)'", "traefik.tcp.routers.a.rule is not for HTTP, and none of its ports is tcp")]
    [InlineData("traefik.udp.routers.a.entrypoints: dns", "traefik.udp.routers.a.entrypoints is for datagrams")]
    [InlineData("traefik.http.routers.a.rule: 'Host(`a`)', traefik.http.services.a.loadbalancer.server.scheme: https", "is not http")]
    [InlineData("traefik.http.routers.a.rule: 'Host(`a`)', traefik.http.services.a.loadbalancer.server.url: 'http://x'", "leads past")]
    [InlineData("traefik.http.routers.a.rule: 'Host(`a`)', traefik.http.services.b.loadbalancer.server.port: '9000'", "name port 9000 beside 8000")]
    [InlineData("traefik.http.routers.a.rule: 'Host(`a`)', traefik.http.services.a.loadbalancer.healthcheck.port: '9000'", "name port 9000 beside 8000")]
    public void What_would_mean_something_else_on_a_gateway_stays(string labels, string reason)
    {
        using var application = new Application(("compose.yaml", $"name: a\nservices: {{web: {{image: x, labels: {{{labels}}}}}}}\n"));

        TraefikLabels.Obstacle(application.Model, application.Model.Find("web")!, new TraefikPorts([8000])).ShouldNotBeNull().ShouldContain(reason);
    }

    [Theory]
    [InlineData("", "", "on 2 networks")]
    [InlineData(", traefik.docker.network: edge", "", null)]
    [InlineData("", "edge: {image: 'traefik:v3', networks: [front]}", null)]
    [InlineData("", "edge: {image: 'traefik:v3', networks: [front, back], command: --providers.docker.network=a_front}", null)]
    [InlineData("", "edge: {image: 'traefik:v3', networks: [front, back], environment: {TRAEFIK_PROVIDERS_DOCKER_NETWORK: a_front}}", null)]
    [InlineData("", "edge: {image: 'traefik:v3', networks: [front, back]}", "on 2 networks")]
    public void On_which_network_Traefik_is_has_to_be_known(string label, string traefik, string? reason)
    {
        using var application = new Application((
            "compose.yaml",
            $$$"""
            name: a
            services:
              web: {image: x, networks: [front, back], labels: {traefik.http.routers.a.rule: "Host(`a`)"{{{label}}}}}
              {{{traefik}}}
            networks: {front: {}, back: {}}
            """));

        var obstacle = TraefikLabels.Obstacle(application.Model, application.Model.Find("web")!, new TraefikPorts([8000]));

        if (reason is null)
        {
            obstacle.ShouldBeNull();
        }
        else
        {
            obstacle.ShouldNotBeNull().ShouldContain(reason);
        }
    }

    [Theory]
    [InlineData("Host(`a.test`)", "a.test/")]
    [InlineData("Host(`a.test`, `b.test`) && PathPrefix(`/api`)", "a.test/api b.test/api")]
    [InlineData("(Host(`a.test`) || Host(\"b.test\")) && Path(`/x`)", "a.test/ b.test/x")]
    [InlineData("Host(`a.test`) && Method(`POST`) || Host(`b.test`)", "b.test/")]
    [InlineData("!Host(`a.test`)", "")]
    [InlineData("HostRegexp(`.*`) || PathPrefix(`/`)", "")]
    [InlineData("Host(`a.test`) && Headers(`X`, `y`)", "")]
    public void A_rule_tells_requests_that_users_make(string rule, string requests) =>
        string.Join(' ', TraefikRule.Requests(rule).Select(r => r.Host + r.Path)).ShouldBe(requests);

    [Fact]
    public void The_front_of_the_application_stays_and_is_asked_by_the_names_in_its_rules()
    {
        var draft = Draft(
            """
            name: a
            services:
              edge:
                image: traefik:v3
                command: [--providers.docker.exposedbydefault=false, --entrypoints.web.address=:80, "--entrypoints.secure.address=:443/tcp"]
                ports: ["80:80", "8443:443"]
                volumes: ["/var/run/docker.sock:/var/run/docker.sock:ro"]
              web:
                build: .
                labels:
                  traefik.enable: "true"
                  traefik.http.routers.web.rule: Host(`shop.test`)
                  traefik.http.routers.web.entrypoints: web
                  traefik.http.services.web.loadbalancer.server.port: "8000"
              api:
                build: .
                expose: ["9000"]
                labels: {traefik.enable: "true", traefik.http.routers.api.rule: "Host(`shop.test`) && PathPrefix(`/api`)", traefik.http.routers.api.tls.certresolver: le}
            """);

        draft.Services.Select(one => (one.Service, one.Strategy, one.Port)).ShouldBe([("api", "blue-green", 9000), ("edge", "stateful", null), ("web", "blue-green", 8000)]);
        draft.Text.ShouldContain("  behind: edge\n");
        draft.Text.ShouldContain("    - https://shop.test:8443/api\n");
        draft.Text.ShouldContain("    - http://shop.test/\n");
    }

    private static SettingsDraft Draft(string compose)
    {
        using var application = new Application(("compose.yaml", compose));
        return SettingsDraft.Of(application.Model, new ApplicationFacts { ComposeFiles = ["compose.yaml"] });
    }

    private static IEnumerable<string> Moved(string labels, string project = "a", string service = "web", TraefikPorts? told = null)
    {
        var ports = told ?? new TraefikPorts([8000]);
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"name: {project}\nservices:\n  {service}:\n    image: x\n"));
        foreach (var line in labels.Split('\n'))
        {
            text.Append("    ").Append(line).Append('\n');
        }

        using var application = new Application(("compose.yaml", text.ToString()));
        var model = application.Model;
        TraefikLabels.Obstacle(model, model.Find(service)!, ports).ShouldBeNull();
        return TraefikLabels.Moved(model, model.Find(service)!, ports).Select(l => $"{l.Key}={l.Value}").Order(StringComparer.Ordinal);
    }
}
