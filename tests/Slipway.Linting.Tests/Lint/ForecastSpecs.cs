using System.Text.Json;
using Slipway.Deployment.Images;
using Slipway.Dockerfiles.Progress;
using Slipway.Engine.Errors;
using Slipway.Testing;

namespace Slipway.Linting.Tests.Lint;

/// <summary>What Lint forecasts from the history of an application.</summary>
public sealed class ForecastSpecs
{
    [Fact]
    public void People_read_what_a_commit_costs_and_what_the_fixes_save()
    {
        using var scene = Application();
        new StepTimesFile(scene.Folder).Remember([new BuildStep("", 6, "RUN --mount=type=cache,target=/x apt-get update && xargs apt-get install -y --no-install-recommends < packages.txt", false, 24)]);

        var (code, text) = scene.Lint("--forecast");

        Golden.ShouldBe(text, "forecast.txt");
        code.ShouldBe(ExitCode.Success);
    }

    [Fact]
    public void Programs_read_the_same_figures()
    {
        using var scene = Application();

        using var json = JsonDocument.Parse(scene.Lint("--forecast=3", "--json").Text);

        var file = json.RootElement.GetProperty("files")[0];
        file.GetProperty("before").GetProperty("commits").GetInt32().ShouldBe(3);
        file.GetProperty("before").GetProperty("secondsPerCommit").ValueKind.ShouldBe(JsonValueKind.Null);
        Installations(file, "before").ShouldBe(3);
        Installations(file, "after").ShouldBe(1, "one of the three commits changed what is installed");
    }

    [Fact]
    public void Without_a_history_there_is_no_forecast()
    {
        using var scene = LintScene.Of(("Dockerfile", "FROM a\n"));

        scene.Lint("--forecast").Text.ShouldStartWith("There is no history to forecast from");
    }

    [Theory]
    [InlineData("--forecast=0")]
    [InlineData("--forecast=many")]
    public void A_number_of_commits_is_a_number(string option)
    {
        using var scene = LintScene.Of(("Dockerfile", "FROM a\n"));

        Should.Throw<SlipwayException>(() => scene.Lint(option)).Message.ShouldContain("--forecast can't be");
    }

    private static int Installations(JsonElement file, string when) =>
        file.GetProperty(when).GetProperty("steps").EnumerateArray().Single(s => s.GetProperty("step").GetString()!.StartsWith("RUN", StringComparison.Ordinal)).GetProperty("rebuilt").GetInt32();

    private static LintScene Application()
    {
        var scene = LintScene.Sample("hello-bot-before");
        var git = new GitRepository(scene.Folder).Init();
        git.Commit("first");
        git.Commit("a change of the sources", ("app/main.py", "1\n"));
        git.Commit("another", ("app/main.py", "2\n"), ("app/db.py", "2\n"));
        git.Commit("words", ("README.md", "words\n"));
        git.Commit("dependencies", ("packages.txt", "python3\n"));
        git.Commit("a migration", ("migrations/versions/0009.py", "9\n"));
        return scene;
    }
}
