using Slipway.Linting.Files;

namespace Slipway.Linting.Tests.Lint;

/// <summary>Which Dockerfiles an application has.</summary>
public sealed class DockerfileFinderSpecs
{
    [Fact]
    public void Those_that_compose_builds_and_those_in_the_folder_are_found_once()
    {
        using var scene = LintScene.Of(
            ("compose.yaml", """
                x-build: &build {context: web, args: {BASE: "${SLIPWAY_UNSET_BASE:-debian:12}", EMPTY: }}
                services:
                  web: {build: *build}
                  worker: {build: {<<: *build, dockerfile: Dockerfile.worker}}
                  plain: {build: .}
                  remote: {build: "https://example.org/repo.git"}
                  inline: {build: {context: ., dockerfile_inline: "FROM a"}}
                  gone: {build: nowhere}
                  db: {image: postgres}
                """),
            ("deploy/stack.yml", "services: {x: {build: {context: ., dockerfile: deploy/x.Dockerfile, args: [A=1]}}}\n"),
            ("slipway.yaml", "compose: [compose.yaml, deploy/stack.yml]\nnonsense: true\n"),
            ("Dockerfile", "FROM a\n"),
            ("Dockerfile.dockerignore", "*\n"),
            ("Dockerfile.test", "FROM a\n"),
            ("web/Dockerfile", "FROM a\n"),
            ("web/Dockerfile.worker", "FROM a\n"),
            ("deploy/x.Dockerfile", "FROM a\n"));
        var problems = new List<string>();

        var found = Find(scene.Folder, problems);

        problems.ShouldBeEmpty();
        found.Select(f => (Shown(scene, f.File), Shown(scene, f.Context))).ShouldBe(
            [("Dockerfile", "."), ("Dockerfile.test", "."), ("deploy/x.Dockerfile", "."), ("web/Dockerfile", "web"), ("web/Dockerfile.worker", "web")]);
        found.Single(f => f.File.EndsWith("worker", StringComparison.Ordinal)).Arguments.ShouldBe(new Dictionary<string, string> { ["BASE"] = "debian:12" });
        found.Single(f => f.File.EndsWith("x.Dockerfile", StringComparison.Ordinal)).Arguments.ShouldBe(new Dictionary<string, string> { ["A"] = "1" });
    }

    [Fact]
    public void Those_of_included_and_extended_files_and_of_overrides_are_found_too()
    {
        using var scene = LintScene.Of(
            ("compose.yaml", """
                include: [parts/queue/compose.yaml, {path: other/stack.yaml, project_directory: .}]
                services:
                  web: {extends: {file: base/service.yaml, service: web}, build: {args: {A: "2"}}}
                """),
            ("compose.override.yaml", "services: {web: {build: {target: test, args: {B: \"3\"}}}}\n"),
            ("compose.tools.yaml", "services: {tool: {build: tools}}\n"),
            ("base/service.yaml", "services: {web: {build: {context: app, args: {A: \"1\"}}}, unused: {build: nowhere}}\n"),
            ("parts/queue/compose.yaml", "services: {queue: {build: .}}\n"),
            ("other/stack.yaml", "services: {other: {build: other}}\n"),
            ("base/app/Dockerfile", "FROM a\n"),
            ("parts/queue/Dockerfile", "FROM a\n"),
            ("other/Dockerfile", "FROM a\n"),
            ("tools/Dockerfile", "FROM a\n"));

        var found = Find(scene.Folder, []);

        found.Select(f => Shown(scene, f.File)).ShouldBe(["base/app/Dockerfile", "other/Dockerfile", "parts/queue/Dockerfile", "tools/Dockerfile"]);
        found[0].Arguments.ShouldBe(new Dictionary<string, string> { ["A"] = "2", ["B"] = "3" }, ignoreOrder: true);
    }

    private static IReadOnlyList<DockerfilePlace> Find(string folder, List<string> problems)
    {
        var variable = DotEnvFile.Read(folder);
        var finder = new ComposeFinder(folder, folder, problems);
        var application = finder.Application(LintedSettings.Read(folder, problems), variable);
        return DockerfileFinder.Find(folder, [application, .. finder.Others(application, variable)], variable);
    }

    private static string Shown(LintScene scene, string path) => Path.GetRelativePath(scene.Folder, path).Replace('\\', '/');
}
