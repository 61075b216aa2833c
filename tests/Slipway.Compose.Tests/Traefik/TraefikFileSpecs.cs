using Slipway.Compose.Drafts;
using Slipway.Compose.Tests.Oracle;

namespace Slipway.Compose.Tests.Traefik;

/// <summary>A Traefik that is told of the services by files.</summary>
public sealed class TraefikFileSpecs
{
    private const string Compose = """
        name: a
        services:
          edge:
            image: traefik:v3
            command: [--providers.file.directory=/etc/traefik/dynamic, --entrypoints.web.address=:80, --entrypoints.secure.address=:443]
            ports: ["8080:80", "443:443"]
            volumes: ["./dynamic:/etc/traefik/dynamic:ro"]
          web: {build: ., expose: ["8000"]}
          api: {build: ., expose: ["9000"]}
        """;

    private const string Yaml = """
        http:
          routers:
            # rule: Host(`commented.test`)
            web:
              rule: Host(`shop.test`)
              service: web
              entryPoints: [web]
            api:
              service: api
              tls:
                certResolver: le
              rule: "Host(`shop.test`) && PathPrefix(`/api`)"
          services:
            web: {loadBalancer: {servers: [{url: "http://web:8000"}]}}
            api:
              loadBalancer:
                servers:
                  - url: http://api:9000
        """;

    private const string Toml = """
        [http.routers.web]
          rule = "Host(`shop.test`)"
          service = "web"
        [http.routers.api]
          rule = 'Host(`shop.test`) && PathPrefix(`/api`)'
          service = "api"
          [http.routers.api.tls]
            certResolver = "le"
        [[http.services.web.loadBalancer.servers]]
          url = "http://web:8000"
        [[http.services.api.loadBalancer.servers]]
          url = "http://api:9000"
        """;

    [Theory]
    [InlineData("shop.yml", Yaml)]
    [InlineData("shop.toml", Toml)]
    public void It_stays_as_it_is_and_is_asked_by_the_names_in_its_rules(string file, string text)
    {
        using var application = new Application(("compose.yaml", Compose));

        var draft = SettingsDraft.Of(application.Model, new ApplicationFacts
        {
            ComposeFiles = ["compose.yaml"],
            ReadFile = path => path == $"./dynamic/{file}" ? text : null,
            ListFiles = folder => folder == "./dynamic" ? [file] : [],
        });

        draft.Text.ShouldContain("  behind: edge\n");
        draft.Services.Select(s => (s.Service, s.Strategy, s.Port)).ShouldBe([("api", "blue-green", 9000), ("edge", "stateful", null), ("web", "blue-green", 8000)]);
        draft.Text.ShouldContain("http://shop.test:8080/\n");
        draft.Text.ShouldContain("https://shop.test/api\n");
        draft.Text.ShouldNotContain("commented");
    }
}
