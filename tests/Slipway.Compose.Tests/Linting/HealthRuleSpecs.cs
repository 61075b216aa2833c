using Slipway.Compose.Linting;
using Slipway.Compose.Surroundings;
using Slipway.Findings;

namespace Slipway.Compose.Tests.Linting;

public sealed class HealthRuleSpecs
{
    [Theory]
    [InlineData("SLC101", "test: NONE", "test: [\"NONE\"]")]
    [InlineData("SLC102", "test: x\n      start_interval: 1s", "test: x\n      start_interval: 1s\n      start_period: 10s")]
    [InlineData("SLC103", "test: x\n      interval: 30 # s", "test: x\n      interval: 30s # s")]
    [InlineData("SLC103", "test: x\n      interval: '5S'", "test: x\n      interval: 5s")]
    [InlineData("SLC103", "test: x\n      timeout: 1d", "test: x\n      timeout: 24h")]
    [InlineData("SLC106", "test: curl -f http://localhost:8080/ || exit 1", "test: \"curl -f http://localhost:80/ || exit 1\"")]
    [InlineData("SLC106", "test: [CMD, nc, -z, localhost, '8080']", "test: [\"CMD\", \"nc\", \"-z\", \"localhost\", \"80\"]")]
    [InlineData("SLC109", "test: x\n      interval: 15s\n      start_period: 30s", "test: x\n      interval: 15s\n      start_period: 30s\n      start_interval: 500ms")]
    [InlineData("SLC109", "test: x", "test: x\n      start_period: 10s\n      start_interval: 500ms")]
    public void A_fix_changes_what_is_wrong_and_nothing_else(string code, string before, string after) =>
        Lints.Mended(Web(before), code).ShouldBe(Web(after));

    [Theory]
    [InlineData("SLC101", "test: [NONE]")]
    [InlineData("SLC101", "disable: true")]
    [InlineData("SLC102", "test: x\n      start_interval: 1s\n      start_period: 5s")]
    [InlineData("SLC102", "test: x\n      start_interval: 1s\n      start_period: ${PERIOD}")]
    [InlineData("SLC103", "test: x\n      interval: 1m30s\n      timeout: ${TIMEOUT:-3s}")]
    [InlineData("SLC106", "test: curl -f http://127.0.0.1/health")]
    [InlineData("SLC106", "test: curl -f http://web:80/")]
    [InlineData("SLC106", "test: wget --timeout 5 -q localhost:$PORT")]
    [InlineData("SLC109", "test: x\n      interval: 3s")]
    [InlineData("SLC109", "test: x\n      interval: 30s\n      start_period: 10s\n      start_interval: 1s")]
    [InlineData("SLC110", "test: x\n      interval: 30s\n      timeout: 5s")]
    public void What_is_right_is_left_alone(string code, string check) => Lints.Of(Web(check), code).ShouldBeEmpty();

    [Fact]
    public void A_probe_of_another_host_is_told_apart() =>
        Lints.Of(Web("test: curl http://db:80/"), "SLC106").ShouldHaveSingleItem().Message.ShouldBe("it asks db, not web itself");

    [Fact]
    public void Both_worst_cases_are_said() =>
        Lints.Of(Web("test: x\n      interval: 15s\n      timeout: 10s\n      retries: 3"), "SLC109").ShouldHaveSingleItem().Message
            .ShouldBe("a service that is ready is used after up to 15 s, one that hangs is noticed after up to 75 s");

    [Theory]
    [InlineData("24.0.7", "2.26.1")]
    [InlineData("26.1.5", "2.20.1")]
    public void Where_start_interval_is_unknown_liveness_gets_no_looser(string engine, string compose)
    {
        var old = new ComposeSurroundings { Engine = () => Version.Parse(engine), Compose = () => Version.Parse(compose) };

        Lints.Mended(Web("test: x\n      interval: 15s\n      timeout: 10s\n      retries: 3"), "SLC109", old)
            .ShouldBe(Web("test: x\n      interval: 5s\n      timeout: 3s\n      retries: 9"));
    }

    [Fact]
    public void A_measured_start_sets_the_budget()
    {
        var measured = new ComposeSurroundings { BootTimes = new Dictionary<string, TimeSpan> { ["web"] = TimeSpan.FromSeconds(50.2) } };

        Lints.Mended(Web("test: x\n      start_period: 30s"), "SLC109", measured).ShouldBe(Web("test: x\n      start_period: 1m41s\n      start_interval: 500ms"));
    }

    [Fact]
    public void Waiting_for_a_health_that_nobody_tells_is_an_error_once_the_image_is_known()
    {
        const string text = "services:\n  web: {depends_on: {db: {condition: service_healthy}}}\n  db: {image: other/db}\n";

        Lints.Of(text, "SLC104").ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warning);
        Lints.Of(text, "SLC104", Lints.With(new() { HasHealthCheck = false })).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Error);
        Lints.Of(text, "SLC104", Lints.With(new() { HasHealthCheck = true })).ShouldBeEmpty();
    }

    [Fact]
    public void A_known_database_gets_the_probe_that_comes_with_it()
    {
        const string text = "services:\n  db:\n    image: postgres:15\n    environment: [POSTGRES_USER=hello]\n";

        Lints.Mended(text, "SLC108").ShouldBe(
            text + "    healthcheck:\n      test: [\"CMD\", \"pg_isready\", \"-q\", \"-h\", \"127.0.0.1\", \"-U\", \"hello\"]\n"
            + "      interval: 5s\n      timeout: 3s\n      retries: 12\n      start_period: 10s\n      start_interval: 500ms\n");
    }

    [Fact]
    public void A_probe_is_proposed_that_the_image_can_run()
    {
        var image = new ImageFacts { HasProgram = program => program == "python3", ExposedPorts = [8000] };
        var address = Lints.With(image) with { HealthAddresses = new Dictionary<string, HealthAddress> { ["api"] = new(8000, "/healthz") } };

        Lints.Mended("services:\n  api: {build: .}\n", "SLC108", Lints.With(image)).ShouldContain("socket.create_connection(('127.0.0.1', 8000), 2)");
        Lints.Mended("services:\n  api: {build: .}\n", "SLC108", address).ShouldContain("urlopen('http://127.0.0.1:8000/healthz', timeout=2)");
        Lints.Of("services:\n  api: {build: .}\n", "SLC108", Lints.With(image with { HasProgram = _ => null })).ShouldHaveSingleItem().Fix.IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void A_probe_program_that_the_image_lacks_is_exchanged()
    {
        var image = Lints.With(new() { HasProgram = program => program == "bash" });

        Lints.Mended(Web("test: [CMD, curl, -f, 'http://localhost/']"), "SLC105", image)
            .ShouldBe(Web("test: [\"CMD\", \"bash\", \"-c\", \": < /dev/tcp/127.0.0.1/80\"]"));
        Lints.Of(Web("test: if curl -f localhost; then exit 0; fi"), "SLC105", image).ShouldBeEmpty();
    }

    [Fact]
    public void A_check_in_the_image_that_is_never_run_is_said() =>
        Lints.Of(Web("test: x"), "SLC107", Lints.With(new() { HasHealthCheck = true })).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Info);

    [Fact]
    public void The_topmost_file_is_mended()
    {
        var below = Slipway.Findings.Sources.SourceText.From("base.yaml", "services: {web: {image: a, healthcheck: {test: x, interval: 20s}}}");
        var above = Lints.Source("services: {web: {healthcheck: {interval: 30s}}}");
        var around = new ComposeSurroundings { Files = [new(below), new(above)] };

        new ComposeLinter(around).Lint(below).ShouldNotContain(finding => finding.Rule.Code == "SLC109");
        Lints.Mended(above.Text, "SLC109", around).ShouldBe("services: {web: {healthcheck: {interval: 30s, start_period: 10s, start_interval: 500ms}}}");
    }

    private static string Web(string check) => $"services:\n  web: # c\n    image: nginx:1\n    ports: ['8080:80']\n    healthcheck:\n      {check}\n";
}
