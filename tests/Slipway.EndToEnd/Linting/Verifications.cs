using System.Text.Json;
using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Linting;

public sealed class Verifications(SlipwayProgram program) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slipway-e2e-lint-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_mended_Dockerfile_keeps_its_dependencies_cached_when_the_sources_change()
    {
        // A package manager of our own, which takes no time, in a folder that no other run has used.
        Write("Dockerfile", $"""
            ARG BASE
            FROM $BASE
            RUN printf '#!/bin/sh\ncat package.json > installed\n' > /bin/npm && chmod +x /bin/npm
            WORKDIR /srv/{_folder.Name}
            COPY . .
            RUN npm ci
            CMD ["cat", "installed"]

            """);
        Write("compose.yaml", "services: {web: {build: {context: ., args: {BASE: \"${SLIPWAY_IMAGES:-docker.io/library}/busybox:stable\"}}}}\n");
        Write("package.json", "{}\n");
        Write("package-lock.json", "{}\n");
        Write("index.js", "1\n");
        var files = Files();

        using var json = JsonDocument.Parse((await RunAsync("Optimize", "--verify", "--json")).ShouldHaveEndedWith(0).Output);

        var changes = json.RootElement.GetProperty("files")[0].GetProperty("changes").EnumerateArray().ToDictionary(c => c.GetProperty("kind").GetString()!);
        Installs(changes["source"], "before").ShouldBe(false);
        Installs(changes["source"], "after").ShouldBe(true);
        Installs(changes["dependency"], "before").ShouldBe(false);
        Installs(changes["dependency"], "after").ShouldBe(false);
        Files().ShouldBe(files, "only copies are built");
        (await RunAsync("Lint", "--fail-on=off")).ShouldHaveEndedWith(0).Output.ShouldContain("SLD101");
        (await RunAsync("Lint", "--exclusive")).ShouldHaveEndedWith(1).Text.ShouldContain("SLD101", customMessage: "by way of Cake it is the same answer");
    }

    [Fact]
    public async Task A_Dockerfile_that_does_not_build_is_told_with_the_builds_own_words()
    {
        Write("here", "");
        Write("Dockerfile", "FROM scratch\nCOPY here /\nRUN [\"/missing\"]\n");

        (await RunAsync("Optimize", "--verify")).ShouldHaveEndedWith(1).Text.ShouldContain("missing");
    }

    private static bool Installs(JsonElement change, string when) =>
        change.GetProperty(when).GetProperty("steps").EnumerateArray().Single(s => s.GetProperty("step").GetString()!.EndsWith("npm ci", StringComparison.Ordinal)).GetProperty("cached").GetBoolean();

    private Task<ProgramResult> RunAsync(string target, params string[] options) => RunningProgram.RunAsync(
        [.. program.Command, $"--target={target}", $"--app={_folder.FullName}", .. options],
        environment: new Dictionary<string, string?> { ["SLIPWAY_IMAGES"] = program.Images });

    private string Files() => string.Join('\n', Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories)
        .Where(f => !f.Contains(".slipway", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(f => $"{f}: {File.ReadAllText(f)}"));

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);
}
