using Slipway.Compose.Drafts;
using Slipway.Compose.Tests.Oracle;

namespace Slipway.Compose.Tests.Drafts;

/// <summary>When the application's own proxy is taken over, and when it stays as it is.</summary>
public sealed class ProxyDraftSpecs
{
    private const string TwoBehindOne = """
        name: a
        services:
          api: {build: ., environment: {PORT: "9000"}}
          site: {build: .}
          front: {image: "nginx:1.28", ports: ["80:80"], depends_on: [api, site], volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"]}
        """;

    [Fact]
    public void Paths_that_lead_to_several_services_become_their_routes()
    {
        var draft = Draft(TwoBehindOne, """
            # One server; server { in a comment counts for nothing.
            events {}
            http {
              map $http_upgrade $connection_upgrade { default upgrade; '' close; }
              upstream backend { server api:9000; keepalive 8; }
              server {
                listen 80;
                location /api { proxy_pass http://backend; proxy_set_header Host $host; }
                location / { proxy_pass http://site; }
              }
            }
            """);

        draft.Text.ShouldContain("proxy: {kind: nginx, service: front, listen: 80}");
        draft.Services.Select(one => (one.Service, one.Port, string.Join(' ', one.Routes))).ShouldBe([("api", 9000, "/api"), ("site", 80, "/")]);
        draft.Text.ShouldContain("{strategy: blue-green, port: 9000, routes: [/api]}");
    }

    [Fact]
    public void Server_names_that_lead_to_several_services_become_their_hosts()
    {
        var draft = Draft(TwoBehindOne, """
            events {}
            http {
              server { listen 80 default_server; server_name _; location / { proxy_pass http://site; } }
              server {
                listen 80;
                server_name api.example.org *.Api.example.org;
                location /v1 { proxy_pass http://api:9000; }
                location / { proxy_pass http://api:9000; }
              }
            }
            """);

        draft.Text.ShouldContain("proxy: {kind: nginx, service: front, listen: 80}");
        draft.Text.ShouldContain("{strategy: blue-green, port: 9000, hosts: [api.example.org, \"*.api.example.org\"], routes: [/v1, /]}");
        draft.Text.ShouldMatch(@"site: +\{strategy: blue-green, port: 80, routes: \[/\]\}");
    }

    [Theory]
    [InlineData("server { server_name a.test; location / { proxy_pass http://api:9000; } } server { listen 81; server_name b.test; location / { proxy_pass http://site; } }")]
    [InlineData("server { server_name a.test; location / { proxy_pass http://api:9000; } } server { server_name ~^b; location / { proxy_pass http://site; } }")]
    [InlineData("server { location / { proxy_pass http://api:9000; } } server { server_name b.test; location /x { proxy_pass http://api:9000; } location / { proxy_pass http://site; } }")]
    [InlineData("server { location / { proxy_pass http://site; } } server { server_name b.test; location / { proxy_pass http://api:9000; } } server { server_name c.test; location /c { proxy_pass http://api:9000; } location / { proxy_pass http://site; } }")]
    public void Server_names_that_are_more_than_two_lists_stay_with_the_front(string configuration)
    {
        var draft = Draft(TwoBehindOne, configuration);

        draft.Text.ShouldContain("behind: front");
        draft.Text.ShouldContain("# - serves several hosts or ports (nginx.conf:1)");
        draft.Text.ShouldNotContain("hosts:");
    }

    [Theory]
    [InlineData("server { listen 80; root /srv; location / { proxy_pass http://api:9000; } }", "serves files")]
    [InlineData("server { location ~ ^/a { proxy_pass http://api:9000; } }", "chooses by more than the beginning of a path")]
    [InlineData("server { location /a/ { proxy_pass http://api:9000/; } location / { proxy_pass http://site; } }", "changes paths")]
    [InlineData("server { listen 443 ssl; location / { proxy_pass http://api:9000; } }", "ends TLS")]
    [InlineData("server { server_name a.test; location / { proxy_pass http://api:9000; } } server { location / { proxy_pass http://site; } }", "serves several hosts or ports")]
    [InlineData("server { location / { proxy_pass http://api:9000; } location /old { proxy_pass http://elsewhere.example; } }", "passes requests on to elsewhere.example, which is no service")]
    public void A_configuration_that_does_more_than_pass_requests_on_stays_behind_a_proxy_that_is_added(string configuration, string deed)
    {
        var draft = Draft(TwoBehindOne, configuration);

        draft.Text.ShouldContain("# front does more than pass requests on, so it stays as it is, and Slipway's gateway stands between it and the slots. It\n");
        draft.Text.ShouldContain($"# - {deed} (nginx.conf:1)\n");
        draft.Text.ShouldContain("behind: front");
        draft.Services.Select(one => (one.Service, one.Strategy, one.Port)).ShouldContain(("front", "stateful", null));
        draft.Services.Select(one => (one.Service, one.Strategy, one.Port)).ShouldContain(("api", "blue-green", 9000));
    }

    [Fact]
    public void What_nginx_speaks_FastCGI_to_is_not_taken_for_a_web_server()
    {
        var draft = Draft(
            """
            name: a
            services:
              app: {image: "php:8-fpm", expose: ["9000"]}
              front: {image: "nginx:1.28", ports: ["80:80"], depends_on: [app], volumes: ["./nginx.conf:/etc/nginx/conf.d/default.conf:ro"]}
            """,
            "server { listen 80; root /srv; location ~ \\.php$ { fastcgi_pass app:9000; include fastcgi_params; } }");

        draft.Services.Select(one => (one.Service, one.Strategy)).ShouldBe([("app", "handoff"), ("front", "handoff")]);
    }

    [Fact]
    public void A_proxy_before_something_that_cannot_have_two_slots_stays()
    {
        var draft = Draft(
            """
            name: a
            services:
              api: {build: ., volumes: ["files:/files"]}
              front: {image: "nginx:1.28", ports: ["80:80"], depends_on: [api], volumes: ["./nginx.conf:/etc/nginx/conf.d/default.conf:ro"]}
            volumes: {files: {}}
            """,
            "server { listen 80; location / { proxy_pass http://api:9000; } }");

        draft.Text.ShouldNotContain("proxy:");
        draft.Text.ShouldContain("front: {strategy: handoff}  # it stands before api, without slots");
        draft.Services.Select(one => (one.Service, one.Strategy)).ShouldBe([("api", "handoff"), ("front", "handoff")]);
    }

    [Fact]
    public void A_proxy_that_finds_services_by_their_labels_would_find_both_slots()
    {
        var draft = Draft(
            """
            name: a
            services:
              web: {build: ., expose: ["8000"], labels: {traefik.enable: "true"}}
              edge: {image: "traefik:v3", ports: ["80:80"], volumes: ["/var/run/docker.sock:/var/run/docker.sock:ro"]}
            """,
            "");

        draft.Services.Select(one => (one.Service, one.Strategy)).ShouldBe([("edge", "stateful"), ("web", "handoff")]);
        draft.Text.ShouldContain("Traefik finds it by its labels, which both slots would have");
    }

    private static SettingsDraft Draft(string compose, string nginx)
    {
        using var application = new Application(("compose.yaml", compose));
        return SettingsDraft.Of(application.Model, new ApplicationFacts { ComposeFiles = ["compose.yaml"], ReadFile = path => path == "./nginx.conf" ? nginx : null });
    }
}
