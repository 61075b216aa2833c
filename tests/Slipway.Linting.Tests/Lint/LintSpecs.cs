using System.Text.Json;
using Slipway.Engine.Errors;
using Slipway.Hosts;
using Slipway.Linting.Options;
using Slipway.Options;
using Slipway.Testing;

namespace Slipway.Linting.Tests.Lint;

/// <summary>What Lint says, and with which exit code.</summary>
public sealed class LintSpecs
{
    private const string Bad = "FROM python:3.12\nCOPY . .\nRUN pip install -r requirements.txt\nCMD python app.py\n";

    [Fact]
    public void People_read_what_why_and_how_to_mend_it()
    {
        using var scene = LintScene.Sample("hello-bot-before");
        var before = scene.Snapshot();

        var (code, text) = scene.Lint();

        Golden.ShouldBe(text, "lint.txt");
        code.ShouldBe(ExitCode.Failed);
        scene.Snapshot().ShouldBe(before, "Lint never writes");
    }

    [Fact]
    public void A_finding_that_several_linters_have_is_shown_to_people_once_and_to_programs_by_each_code()
    {
        using var scene = LintScene.Of(("Dockerfile", Bad));

        scene.Lint().Text.ShouldContain("SLD207 (DL3025, JSONArgsRecommended)");
        var rules = Rules(scene.Lint("--json").Text);
        rules.ShouldContain("SLD207");
        rules.ShouldContain("DL3025");
        rules.ShouldContain("JSONArgsRecommended");
    }

    [Theory]
    [InlineData("error", ExitCode.Success)]
    [InlineData("warning", ExitCode.Failed)]
    [InlineData("style", ExitCode.Failed)]
    [InlineData("off", ExitCode.Success)]
    public void The_exit_code_tells_whether_a_finding_is_as_severe_as_the_threshold(string threshold, ExitCode code)
    {
        using var scene = LintScene.Of(("Dockerfile", Bad));

        scene.Lint($"--fail-on={threshold}").Code.ShouldBe(code);
    }

    [Fact]
    public void A_baseline_can_be_written_straight_into_its_usual_place()
    {
        using var scene = LintScene.Of(("Dockerfile", Bad), ("lint-baseline.json", string.Empty));

        var (code, text) = scene.Lint("--format=baseline");

        code.ShouldBe(ExitCode.Success);
        text.ShouldContain("SLD101");
    }

    [Fact]
    public void The_threshold_and_the_rules_of_hadolints_configuration_count()
    {
        using var scene = LintScene.Of(("Dockerfile", Bad), (".hadolint.yaml", "ignored: [SLD207]\nfailure-threshold: error\n"));

        var (code, text) = scene.Lint();

        code.ShouldBe(ExitCode.Success);
        text.ShouldNotContain("SLD207");
        scene.Lint("--fail-on=warning").Code.ShouldBe(ExitCode.Failed, "an option wins");
    }

    [Fact]
    public void A_baseline_puts_up_with_what_is_there_and_not_with_what_is_new()
    {
        using var scene = LintScene.Of(("Dockerfile", Bad));
        var baseline = Path.Combine(scene.Folder, LintOptions.BaselineName);
        File.WriteAllText(baseline, scene.Lint("--format=baseline").Text);

        scene.Lint().ShouldBe((ExitCode.Success, "1 file, nothing found.\n"));
        File.AppendAllText(Path.Combine(scene.Folder, "Dockerfile"), "WORKDIR relative\n");
        var (code, text) = scene.Lint($"--baseline={baseline}");

        code.ShouldBe(ExitCode.Failed);
        text.ShouldContain("DL3000");
        text.ShouldNotContain("SLD101");
    }

    [Fact]
    public void Code_hosts_and_workflows_get_their_formats()
    {
        using var scene = LintScene.Of(("Dockerfile", Bad));
        var file = Path.Combine(scene.Folder, "lint.sarif");

        scene.Lint("--format=github").Text.ShouldContain("::warning file=DIR/Dockerfile,line=2,");
        using var shown = JsonDocument.Parse(scene.Lint("--sarif").Text);
        shown.RootElement.GetProperty("version").GetString().ShouldBe("2.1.0");
        scene.Lint($"--sarif={file}").Text.ShouldContain("why:");
        File.ReadAllText(file).ShouldContain("\"ruleId\": \"SLD101\"");
    }

    [Fact]
    public void What_is_no_Dockerfile_stops_nobody()
    {
        using var scene = LintScene.Of(("Dockerfile", Bad), ("compose.yaml", "services: [\n"), ("slipway.yaml", "nonsense: true\n"), ("Dockerfile.bad", "WAT\n"));

        var (_, text) = scene.Lint();

        text.ShouldContain("SLD101");
        text.ShouldContain("Dockerfile.bad:1:1: error");
        text.ShouldContain("compose.yaml:2:1: error SLC001: this is no valid YAML");
    }

    [Fact]
    public void A_file_that_can_not_be_read_or_written_is_told()
    {
        using var scene = LintScene.Of(("Dockerfile", Bad));
        File.CreateSymbolicLink(Path.Combine(scene.Folder, "Dockerfile.gone"), Path.Combine(scene.Folder, "nowhere"));

        scene.Lint().Text.ShouldContain("SLD101");
        scene.Errors.ShouldContain("DIR/Dockerfile.gone: ");
        Should.Throw<SlipwayException>(() => scene.Lint($"--sarif={scene.Folder}/nowhere/lint.sarif")).Message.ShouldContain("lint.sarif can't be written");
    }

    [Fact]
    public void A_folder_without_anything_to_look_at_is_fine()
    {
        using var scene = LintScene.Of(("readme.md", "nothing\n"));

        scene.Lint().ShouldBe((ExitCode.Success, "0 files, nothing found.\n"));
    }

    [Theory]
    [InlineData("--format=xml", "--format can't be \"xml\"")]
    [InlineData("--fail-on=loud", "--fail-on can't be \"loud\"")]
    [InlineData("--baseline=none.json", "--baseline: there is no file none.json")]
    [InlineData("--app=none", "--app: there is no folder")]
    public void A_wrong_option_is_told(string option, string message)
    {
        using var scene = LintScene.Of(("Dockerfile", Bad));

        var error = Should.Throw<SlipwayException>(() => scene.Lint(option));

        error.Code.ShouldBe(ExitCode.BadConfiguration);
        error.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData(null, "--target=Plan")]
    [InlineData(null, "--target=Lint", "--target=Deploy")]
    [InlineData(null, "--target=Lint", "--tree")]
    [InlineData(1, "--target=Lint", "--no-shellcheck")]
    [InlineData(2, "--target=Optimize")]
    [InlineData(4, "--target=Lint", "--fail-on=loud")]
    public void Cake_is_left_out_when_nothing_else_is_asked_for(int? code, params string[] arguments)
    {
        using var scene = LintScene.Of(("Dockerfile", Bad));
        using var output = new StringWriter();

        LintHost.Run(CommandLineOptions.Read(arguments, scene.Folder), output, output).ShouldBe(code);
    }

    private static List<string> Rules(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("rule").GetString()!)];
    }
}
