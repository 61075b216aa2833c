using System.Text.Json;
using Slipway.Engine.Errors;
using Slipway.Linting.Options;

namespace Slipway.Linting.Tests.Lint;

/// <summary>Compose files beside Dockerfiles: found as compose finds them, and told in the same way.</summary>
public sealed class ComposeLintSpecs
{
    private const string Web = "services:\n  web:\n    image: nginx:1.28\n    ports: ['80:80']\n    healthcheck: {test: x, interval: 15s}\n    restart: always\n    mem_limit: 64m\n";

    [Fact]
    public void What_slipway_yaml_names_is_looked_at_with_what_it_includes_and_extends()
    {
        using var scene = LintScene.Of(
            ("slipway.yaml", "application: a\ncompose: [deploy/app.yaml, deploy/more.yaml]\nservices: {}\n"),
            ("deploy/app.yaml", "include: [parts.yaml]\nservices:\n  web: {extends: {file: ../base.yaml, service: base}}\n"),
            ("deploy/more.yaml", "services: {web: {environment: {API_TOKEN: x}}}\n"),
            ("deploy/parts.yaml", "services: {job: {image: job, restart: 'no', mem_limit: 1m}}\n"),
            ("base.yaml", "services: {base: {image: web, restart: always, mem_limit: 1m}, unused: {image: y}}\n"),
            ("compose.yaml", "services: {other: {image: x}}\n"));

        var findings = Findings(scene);

        findings.ShouldBe(
        [
            "DIR/deploy/parts.yaml SLC203 job has no version",
            "DIR/base.yaml SLC203 web has no version",
            "DIR/deploy/more.yaml SLC207 API_TOKEN is written out",
        ], ignoreOrder: true);
    }

    [Fact]
    public void Without_slipway_yaml_it_is_what_compose_takes_by_itself()
    {
        using var scene = LintScene.Of(
            ("docker-compose.yml", "services: {web: {image: 'a:${TAG:-latest}', restart: always, mem_limit: 1m}}\n"),
            ("docker-compose.override.yml", "services: {web: {image: \"a:${TAG}\"}}\n"),
            (".env", "# tags\nTAG='1' # pinned\n"),
            ("compose.prod.yaml", "services: {web: {image: a}}\n"));

        Findings(scene).ShouldBeEmpty("the variable of .env and the override count");
        scene.Lint().Text.ShouldBe("2 files, nothing found.\n");
    }

    [Fact]
    public void A_finding_has_all_formats_and_can_be_put_up_with()
    {
        using var scene = LintScene.Of(("compose.yaml", Web));

        scene.Lint().Text.ShouldContain("DIR/compose.yaml:5:5: warning SLC109: a service that is ready is used after up to 15 s");
        scene.Lint("--fail-on=error").Code.ShouldBe(ExitCode.Success);
        scene.Lint("--format=github").Text.ShouldContain("::warning file=DIR/compose.yaml,line=5,");
        scene.Lint("--sarif").Text.ShouldContain("\"ruleId\": \"SLC109\"");
        File.WriteAllText(Path.Combine(scene.Folder, LintOptions.BaselineName), scene.Lint("--format=baseline").Text);
        scene.Lint().ShouldBe((ExitCode.Success, "1 file, nothing found.\n"));
    }

    [Fact]
    public void A_comment_silences_a_rule()
    {
        using var scene = LintScene.Of(("compose.yaml", Web.Replace("15s}", "15s} # slipway ignore=SLC109,SLC110", StringComparison.Ordinal)));

        scene.Lint().ShouldBe((ExitCode.Success, "1 file, nothing found.\n"));
    }

    [Fact]
    public void The_health_and_the_drain_of_slipway_yaml_and_the_measured_start_count()
    {
        using var scene = LintScene.Of(
            ("slipway.yaml", "application: a\nservices: {api: {strategy: blue-green, port: 8000, health: /healthz, drain: 40s}}\nproxy: {kind: nginx, service: edge}\n"),
            ("compose.yaml", "services:\n  api:\n    build: .\n    restart: always\n    mem_limit: 64m\n"),
            ("Dockerfile", "FROM python:3.13\nEXPOSE 8000\n"),
            (".slipway/history.jsonl", """
                {"at":"2026-01-01T00:00:00Z","release":"1","result":"success","seconds":9,"phases":{"StartSlot":1.5,"AwaitReady":21}}
                {"at":"2026-01-02T00:00:00Z","release":"2","result":"success","seconds":9,"phases":{"StartSlot":1.5,"AwaitReady":20}}

                """));

        scene.Optimize("--apply").Code.ShouldBe(ExitCode.Success);

        scene.Read("compose.yaml").ShouldBe(
            """
            services:
              api:
                build: .
                restart: always
                mem_limit: 64m
                healthcheck:
                  test: ["CMD", "python3", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
                  interval: 5s
                  timeout: 3s
                  retries: 12
                  start_period: 45s
                  start_interval: 500ms
                stop_grace_period: 40s

            """);
        scene.Optimize().ShouldBe((ExitCode.Success, string.Empty));
    }

    [Fact]
    public void The_proxys_configuration_is_held_against_the_image()
    {
        using var scene = LintScene.Of(
            ("compose.yaml", "services:\n  api: {build: ., restart: always, mem_limit: 1m, healthcheck: {disable: true}}\n  edge: {image: 'nginx:1', restart: always, mem_limit: 1m, healthcheck: {disable: true}, volumes: ['./edge.conf:/etc/nginx/conf.d/default.conf']}\n"),
            ("edge.conf", "upstream api { server api:8000; }\n# server api:1;\nserver { location / { proxy_pass http://api:9000/; } }\n"),
            ("Dockerfile", "FROM python:3.13\nEXPOSE 8000\n"));

        Findings(scene).Where(f => f.Contains("SLC", StringComparison.Ordinal)).ShouldBe(["DIR/compose.yaml SLC211 ./edge.conf:3 sends requests to port 9000 of api, which listens on 8000"]);
    }

    private static List<string> Findings(LintScene scene)
    {
        using var json = JsonDocument.Parse(scene.Lint("--json").Text);
        return [.. json.RootElement.GetProperty("findings").EnumerateArray().Select(f => $"{f.GetProperty("file").GetString()} {f.GetProperty("rule").GetString()} {f.GetProperty("message").GetString()}")];
    }
}
