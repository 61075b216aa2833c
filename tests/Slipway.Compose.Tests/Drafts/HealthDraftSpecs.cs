using Slipway.Compose.Drafts;
using Slipway.Compose.Tests.Oracle;

namespace Slipway.Compose.Tests.Drafts;

/// <summary>A health check is understood in full, or left to the container.</summary>
public sealed class HealthDraftSpecs
{
    [Theory]
    [InlineData("curl -f http://localhost:80/up?access_token=s3cret1", "{}", "container")]
    [InlineData("curl -f http://localhost:80/up/s3cret1", "{PROBE_SECRET: s3cret1}", "container")]
    [InlineData("curl -f http://me:s3cret1@localhost:80/up", "{}", "container")]
    [InlineData("curl -f http://localhost:80/up?full=1", "{PROBE_SECRET: s3cret1}", "/up?full=1")]
    public void No_secret_of_a_check_is_written_down(string check, string environment, string health)
    {
        using var application = new Application(("compose.yaml",
            $"name: a\nservices: {{web: {{build: ., ports: [\"80:80\"], healthcheck: {{test: \"{check}\"}}, environment: {environment}}}}}\n"));

        var draft = SettingsDraft.Of(application.Model, new ApplicationFacts { ComposeFiles = ["compose.yaml"] });

        draft.Services[0].Health.ShouldBe(health);
        draft.Text.ShouldNotContain("s3cret1");
    }

    [Theory]
    [InlineData("""curl -f http://localhost:8000/up""", "/up")]
    [InlineData("""curl --noproxy localhost -sf http://localhost:8000/up || exit 1""", "/up")]
    [InlineData("""wget -qO- http://127.0.0.1:8000/up >/dev/null || exit 1""", "/up")]
    [InlineData("""wget --no-verbose --tries=1 --spider http://localhost:8000/up""", "/up")]
    [InlineData("""curl -f -m 3 --retry 2 http://localhost:8000/up?full=1""", "/up?full=1")]
    [InlineData("""curl -f http://localhost:8000/""", null)]
    [InlineData("""python -c \"import urllib.request as u; u.urlopen('http://127.0.0.1:8000/up')\" || exit 1""", "/up")]
    [InlineData("""curl -f http://localhost:9000/health/ready""", "container")]
    [InlineData("""bash -c ': < /dev/tcp/127.0.0.1/8000'""", "container")]
    [InlineData("""curl -X POST http://localhost:8000/up""", "container")]
    [InlineData("""curl -f -H 'Authorization: Bearer x' http://localhost:8000/up""", "container")]
    [InlineData("""curl -f -u me:secret http://localhost:8000/up""", "container")]
    [InlineData("""curl -kf https://localhost:8000/up""", "container")]
    [InlineData("""test $$(curl -s -o /dev/null -w '%{http_code}' http://localhost:8000/) = 401""", "container")]
    [InlineData("""curl -s http://localhost:8000/up | grep -q ok""", "container")]
    [InlineData("""curl -f -d x=1 http://localhost:8000/up""", "container")]
    [InlineData("""curl -f http://localhost:8000/a && curl -f http://localhost:8000/b""", "container")]
    [InlineData("""/app/healthcheck""", "container")]
    public void What_the_check_asks_is_asked_or_left_to_the_container(string check, string? health)
    {
        var guess = Guess($"{{image: \"x:1\", ports: [\"8081:8000\"], healthcheck: {{test: \"{check}\"}}}}");

        guess.Strategy.ShouldBe("blue-green");
        guess.Port.ShouldBe(8000);
        guess.Health.ShouldBe(health);
    }

    [Fact]
    public void A_host_that_the_check_names_is_named()
    {
        var guess = Guess("""{image: "x:1", ports: ["8081:8000"], healthcheck: {test: ["CMD", "curl", "-f", "-H", "Host: app.example.org", "http://localhost:8000/up"]}}""");

        guess.Health.ShouldBe("/up");
        guess.Host.ShouldBe("app.example.org");
    }

    [Theory]
    [InlineData("redis-cli ping", "stateful")]
    [InlineData("redis-cli -h cache ping", "handoff")]
    [InlineData("grpc_health_probe -addr=:8000", "handoff")]
    [InlineData("pg_isready -U x", "stateful")]
    [InlineData("pg_isready -h db -U x", "handoff")]
    public void A_check_of_another_protocol_says_that_it_is_no_service_of_HTTP(string check, string strategy) =>
        Guess($"{{image: \"x:1\", ports: [\"8081:8000\"], healthcheck: {{test: \"{check}\"}}}}").Strategy.ShouldBe(strategy);

    [Theory]
    [InlineData("/bin/true", null)]
    [InlineData("exit 0", null)]
    [InlineData("nc -z localhost 8000 || true", null)]
    [InlineData("curl -f http://localhost:8000/ready || true", "/ready")]
    [InlineData("curl -f http://web:8000/up", "/up")]
    [InlineData("curl -f http://localhost:8000/ready || exit 1", "/ready")]
    [InlineData("curl -f -H 'Authorization: t' http://localhost:8000/ready", "container")]
    public void A_check_that_is_always_good_says_nothing_and_a_name_of_its_own_is_the_service_itself(string check, string? health) =>
        Guess($"{{image: \"x:1\", ports: [\"8081:8000\"], healthcheck: {{test: \"{check}\"}}}}").Health.ShouldBe(health);

    [Fact]
    public void A_check_that_needs_its_own_name_keeps_the_service_out_of_slots() =>
        Guess("""{image: "x:1", ports: ["8081:8000"], healthcheck: {test: "curl -f -H 'Authorization: t' http://web:8000/ready"}}""").Strategy.ShouldBe("handoff");

    private static ServiceGuess Guess(string service)
    {
        using var application = new Application(("compose.yaml", $"name: a\nservices: {{web: {service}}}\n"));
        return SettingsDraft.Of(application.Model, new ApplicationFacts { ComposeFiles = ["compose.yaml"] }).Services.ShouldHaveSingleItem();
    }
}
