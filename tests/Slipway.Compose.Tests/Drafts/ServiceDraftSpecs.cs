using Slipway.Compose.Drafts;
using Slipway.Compose.Tests.Oracle;

namespace Slipway.Compose.Tests.Drafts;

/// <summary>What a service's definition says of how it can be replaced.</summary>
public sealed class ServiceDraftSpecs
{
    [Theory]
    [InlineData("""{image: "x:1", healthcheck: {test: ["CMD", "curl", "-f", "http://127.0.0.1:3000/up"]}}""", "blue-green 3000 /up: port 3000 and /up are what its health check asks for")]
    [InlineData("""{image: "x:1", environment: {PORT: "5000"}}""", "blue-green 5000 : port 5000 is PORT in its environment; it is ready when / answers")]
    [InlineData("""{image: "x:1", ports: ["8443:8443", "9229:9229", "8080:8080"]}""", "handoff  : it publishes 8443 and 8080: blue-green is for one port and others that are named (ports: [...])")]
    [InlineData("""{image: "x:1", ports: ["9229:9229", "8080:8080"]}""", "blue-green 8080 : port 8080 is published; it is ready when / answers")]
    [InlineData("""{image: "x:1", ports: ["8000-8010:8000"]}""", "handoff  : it publishes a range of ports, and only one can go through the proxy")]
    [InlineData("""{image: "x:1", network_mode: host}""", "handoff  : its network mode is host, so that two at once would want the same ports")]
    [InlineData("""{image: "x:1", ports: ["80:80"], volumes: ["./conf:/etc/x", "./x.yml:/x.yml"]}""", "blue-green 80 : port 80 is published; it is ready when / answers")]
    [InlineData("""{image: "x:1", ports: ["80:80"], volumes: ["./data:/data"]}""", "handoff  : two at once would write to ./data")]
    [InlineData("""{image: "x:1", ports: ["80:80"], volumes: ["data:/data"]}""", "handoff  : two at once would write to data")]
    [InlineData("""{image: "x:1", ports: ["80:80"], volumes: ["data:/data:ro", "/cache"], tmpfs: /tmp}""", "blue-green 80 : port 80 is published; it is ready when / answers")]
    [InlineData("""{image: "x:1", expose: ["6379"]}""", "handoff  : no port is known that serves HTTP; rolling if several may run at once")]
    [InlineData("""{build: ./db}""", "stateful  : postgres holds data")]
    [InlineData("""{build: ./api}""", "blue-green 7000 /alive: port 7000 and /alive are what its health check asks for")]
    public void A_guess_follows_from_what_is_written(string service, string guess)
    {
        using var application = new Application(("compose.yaml", $"name: a\nservices:\n  web: {service}\nvolumes: {{data: {{}}}}\n"));

        var web = SettingsDraft.Of(application.Model, new ApplicationFacts
        {
            ComposeFiles = ["compose.yaml"],
            BaseImage = _ => service.Contains("./db", StringComparison.Ordinal) ? "registry.example/postgres:15" : "debian:12",
            ImageHealthCheck = _ => service.Contains("./api", StringComparison.Ordinal) ? "CMD wget -q http://localhost:7000/alive" : null,
        }).Services.ShouldHaveSingleItem();

        $"{web.Strategy} {web.Port} {web.Health}: {web.Why}".ShouldBe(guess);
    }

    [Theory]
    [InlineData("api:9000")]
    [InlineData("http://api:9000/v1")]
    public void A_port_is_found_in_what_another_service_is_told(string address)
    {
        using var application = new Application(("compose.yaml", $"name: a\nservices: {{api: {{build: .}}, web: {{build: ., environment: {{BACKEND: \"{address}\"}}}}}}\n"));

        SettingsDraft.Of(application.Model, new ApplicationFacts { ComposeFiles = ["compose.yaml"] }).Text
            .ShouldContain("port: 9000}  # port 9000 is in BACKEND of web; it is ready when / answers");
    }

    [Fact]
    public void A_migration_tool_that_Slipway_does_not_run_is_told()
    {
        using var application = new Application(("compose.yaml", "name: a\nservices: {web: {build: ./app, ports: [\"80:80\"]}}\n"));

        SettingsDraft.Of(application.Model, new ApplicationFacts { ComposeFiles = ["compose.yaml"], ReadFile = path => path == "app/manage.py" ? "import django" : null }).Text
            .ShouldContain("# web seems to be migrated by Django (app/manage.py), which Slipway doesn't run: migrate before Deploy");
    }
}
