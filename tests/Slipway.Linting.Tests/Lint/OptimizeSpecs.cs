using System.Text.Json;
using Slipway.Engine.Errors;
using Slipway.Testing;

namespace Slipway.Linting.Tests.Lint;

/// <summary>What Optimize shows and writes.</summary>
public sealed class OptimizeSpecs
{
    private const string Bad = "FROM debian:12\nWORKDIR /srv\nCOPY app ./app\nCOPY packages.txt ./\n"
        + "RUN apt-get update && xargs apt-get install -y < packages.txt\nCMD [\"app/run\"]\n";

    [Fact]
    public void People_read_the_difference_and_the_reasons()
    {
        using var scene = LintScene.Sample("hello-bot-before");
        var before = scene.Snapshot();

        var (code, text) = scene.Optimize();

        Golden.ShouldBe(text + scene.Errors, "optimize.txt");
        code.ShouldBe(ExitCode.WouldChange);
        scene.Snapshot().ShouldBe(before, "nobody asked to write");
    }

    [Fact]
    public void What_is_applied_is_what_was_shown_and_a_second_run_changes_nothing()
    {
        using var scene = Application("Dockerfile");
        var shown = scene.Optimize().Text;

        scene.Optimize("--apply").ShouldBe((ExitCode.Success, shown));
        var after = scene.Snapshot();

        scene.Read("Dockerfile").ShouldStartWith("FROM debian:12\nWORKDIR /srv\nCOPY packages.txt ./\nRUN --mount=type=cache,");
        scene.Optimize("--apply").ShouldBe((ExitCode.Success, string.Empty));
        scene.Errors.ShouldBe("Nothing to mend.\n");
        scene.Snapshot().ShouldBe(after);
    }

    [Fact]
    public void Programs_read_one_object()
    {
        using var scene = Application("Dockerfile");

        using var json = JsonDocument.Parse(scene.Optimize("--json").Text);

        var file = json.RootElement.GetProperty("files")[0];
        file.GetProperty("changes").GetBoolean().ShouldBeTrue();
        file.GetProperty("fixes").EnumerateArray().Select(f => f.GetProperty("rule").GetString()).ShouldContain("SLD101");
        file.GetProperty("diff").GetString()!.ShouldContain("+++ b/");
    }

    [Fact]
    public void Dockerfiles_of_one_folder_get_ignore_files_of_their_own()
    {
        using var scene = Application("Dockerfile", "Dockerfile.worker");

        scene.Optimize("--apply");

        scene.Has(".dockerignore").ShouldBeFalse("what one Dockerfile reads, the other may not");
        scene.Read("Dockerfile.worker.dockerignore").ShouldContain("!packages.txt");
        scene.Read("Dockerfile.dockerignore").ShouldContain("!app");
    }

    private static LintScene Application(params string[] dockerfiles) =>
        LintScene.Of([.. dockerfiles.Select(d => (d, Bad)), ("packages.txt", "curl\n"), ("app/run", "#!/bin/sh\n"), ("notes.md", "notes\n")]);
}
