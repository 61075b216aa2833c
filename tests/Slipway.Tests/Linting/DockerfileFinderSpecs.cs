using Slipway.Linting;

namespace Slipway.Tests.Linting;

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
            ("deploy/stack.yml", "services: {x: {build: {context: .., dockerfile: deploy/x.Dockerfile, args: [A=1]}}}\n"),
            ("slipway.yaml", "compose: [compose.yaml, deploy/stack.yml]\nnonsense: true\n"),
            ("Dockerfile", "FROM a\n"),
            ("Dockerfile.dockerignore", "*\n"),
            ("Dockerfile.test", "FROM a\n"),
            ("web/Dockerfile", "FROM a\n"),
            ("web/Dockerfile.worker", "FROM a\n"),
            ("deploy/x.Dockerfile", "FROM a\n"));
        var problems = new List<string>();

        var found = DockerfileFinder.Find(scene.Folder, problems);

        problems.ShouldBeEmpty();
        found.Select(f => (Shown(scene, f.File), Shown(scene, f.Context))).ShouldBe(
            [("Dockerfile", "."), ("Dockerfile.test", "."), ("deploy/x.Dockerfile", "."), ("web/Dockerfile", "web"), ("web/Dockerfile.worker", "web")]);
        found.Single(f => f.File.EndsWith("worker", StringComparison.Ordinal)).Arguments.ShouldBe(new Dictionary<string, string> { ["BASE"] = "debian:12" });
        found.Single(f => f.File.EndsWith("x.Dockerfile", StringComparison.Ordinal)).Arguments.ShouldBe(new Dictionary<string, string> { ["A"] = "1" });
    }

    private static string Shown(LintScene scene, string path) => Path.GetRelativePath(scene.Folder, path).Replace('\\', '/');
}
