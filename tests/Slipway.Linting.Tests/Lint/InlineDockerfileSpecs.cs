using System.Text.Json;
using Slipway.Engine.Errors;

namespace Slipway.Linting.Tests.Lint;

/// <summary>Dockerfiles within compose files.</summary>
public sealed class InlineDockerfileSpecs
{
    private const string Compose = """
        services:
          web:
            build:
              context: ./app
              dockerfile_inline: |2
                FROM debian:12

                COPY . .
                RUN echo $$A && pip install -r requirements.txt
                CMD python app.py
          other:
            image: nginx:1.28

        """;

    [Fact]
    public void A_finding_stands_at_its_place_in_the_compose_file()
    {
        using var scene = LintScene.Of(("compose.yaml", Compose), ("app/requirements.txt", "flask\n"), ("app/app.py", "1\n"));

        var (code, text) = scene.Lint("--json");

        code.ShouldBe(ExitCode.Failed);
        Places(text, "SLD101").ShouldBe(["compose.yaml:8:9 COPY . comes before pip installs the dependencies in line 9: each change of it installs them anew"]);
        Places(text, "SLD102").ShouldBe(["compose.yaml:9:25 pip downloads without a cache mount at /root/.cache/pip"]);
    }

    [Fact]
    public void Text_that_is_folded_or_quoted_is_told_where_it_begins()
    {
        using var scene = LintScene.Of(("compose.yaml", "services:\n  a:\n    build:\n      dockerfile_inline: \"FROM debian\\nRUN sudo ls\\n\"\n"));

        Places(scene.Lint("--json").Text, "DL3004").Single().ShouldStartWith("compose.yaml:4:26 ");
    }

    [Fact]
    public void A_compose_file_that_only_slipways_settings_name_counts_too()
    {
        using var scene = LintScene.Of(
            ("slipway.yaml", "compose: deploy/stack.yaml\n"),
            ("deploy/stack.yaml", "services:\n  a:\n    build:\n      dockerfile_inline: |\n        FROM debian:12\n        RUN sudo ls\n"));

        Places(scene.Lint("--json").Text, "DL3004").Single().ShouldStartWith("stack.yaml:6:13 ");
    }

    [Fact]
    public void It_is_never_mended_in_place()
    {
        using var scene = LintScene.Of(("compose.yaml", Compose), ("app/requirements.txt", "flask\n"));

        var (code, text) = scene.Optimize("--apply");

        (code, text).ShouldBe((ExitCode.Success, string.Empty));
        scene.Read("compose.yaml").ShouldBe(Compose);
    }

    private static List<string> Places(string json, string rule)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("rule").GetString() == rule)
            .Select(finding => $"{Path.GetFileName(finding.GetProperty("file").GetString())}:{finding.GetProperty("line")}:{finding.GetProperty("column")} "
                + $"{finding.GetProperty("message").GetString()}")];
    }
}
