using System.Diagnostics;
using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Linting;
using Slipway.Dockerfiles.ShellChecks;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Tests.ShellChecks;

public sealed class ShellCheckSpecs
{
    [Fact]
    public void Scripts_are_told_with_their_shell_and_the_variables_that_they_name()
    {
        var scripts = ShellCheck.Scripts(Parse("FROM a\nENV A=1\nARG b\nRUN echo \\\n  $A\nSHELL [\"/bin/bash\", \"-c\"]\nRUN x\nRUN <<EOF\ny\nEOF\nRUN python <<EOF\nz\nEOF\nRUN [\"q\"]\nSHELL [\"pwsh\"]\nRUN w\n"));

        scripts.Select(s => (s.Shell, s.Script.Text)).ShouldBe([("sh", "echo   $A"), ("bash", "x"), ("bash", "y\n")]);
        scripts[0].Input.ShouldBe(":; export A=1\necho   $A\n", "b is not named");
    }

    [Fact]
    public void Findings_stand_in_the_line_of_the_Dockerfile()
    {
        var file = Parse("FROM a\n# c\nRUN ls && \\\n    # why\n    echo $x\n");
        const string output = """[{"line": 2, "endLine": 2, "column": 16, "endColumn": 18, "level": "info", "code": 2086, "message": "Quote it."}]""";

        var finding = ShellCheck.Read(file.Source, ShellCheck.Scripts(file)[0], Comments(output), new()).ShouldHaveSingleItem();

        (finding.Rule.Code, finding.Severity, finding.Start, file.Source.Slice(finding.Span)).ShouldBe(("SC2086", Severity.Info, new LinePosition(5, 10), "$x"));
        new DockerfileLinter(new()).Lint(file.Source, BuildContext.Unknown, [finding]).Findings.ShouldContain(finding);
        var silenced = SourceText.From("Dockerfile", file.Source.Text.Replace("# c", "# hadolint ignore=SC2086", StringComparison.Ordinal));
        new DockerfileLinter(new()).Lint(silenced, BuildContext.Unknown, [finding with { Span = new(finding.Span.Start + 21, 2) }]).Findings.ShouldNotContain(f => f.Rule.Code == "SC2086");
        ShellCheck.Read(file.Source, ShellCheck.Scripts(file)[0], Comments(output), new() { Ignored = ["SC2086"] }).ShouldBeEmpty();
    }

    [Fact]
    public void Output_that_is_none_of_shellchecks_has_no_comments() => ShellCheckComment.Read("no json").ShouldBeEmpty();

    [Fact]
    public void Shellcheck_itself_points_at_the_right_word()
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Select(f => Path.Combine(f, "shellcheck")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "shellcheck isn't installed: skipped");
        var file = Parse("FROM a\nENV known=1\nRUN echo $known && \\\n    rm -rf $folder/*\nRUN <<EOF\nset -e\ncd /x; cat `ls`\nEOF\n");

        var findings = ShellCheck.Scripts(file).SelectMany(s => ShellCheck.Read(file.Source, s, Comments(Run(program!, s)), new LintSettings())).ToList();

        findings.Where(f => f.Rule.Code == "SC2154").Select(f => file.Source.Slice(f.Span)).ShouldBe(["$folder"]);
        findings.Where(f => f.Rule.Code == "SC2006").ShouldHaveSingleItem().Start.Line.ShouldBe(7);
    }

    private static string Run(string program, ShellCheckScript script)
    {
        using var process = Process.Start(new ProcessStartInfo(program, [.. script.Arguments, "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        process.StandardInput.Write(script.Input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    private static IReadOnlyList<ShellCheckComment> Comments(string output) => ShellCheckComment.Read(output.StartsWith('[') ? $$"""{"comments": {{output}}}""" : output);

    private static Dockerfile Parse(string text) => Dockerfile.Parse(SourceText.From("Dockerfile", text));
}
