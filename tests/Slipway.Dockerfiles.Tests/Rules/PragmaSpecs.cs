using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Linting;
using Slipway.Findings;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Tests.Rules;

public sealed class PragmaSpecs
{
    [Theory]
    [InlineData("# hadolint ignore=DL3006\nFROM debian\nFROM debian\n", 1)]
    [InlineData("# hadolint ignore=DL3007,DL3006 # because\nFROM debian\nFROM debian\n", 1)]
    [InlineData("# hadolint global ignore=DL3006\nFROM debian\nFROM debian\n", 0)]
    [InlineData("# slipway global ignore=DL3006\nFROM debian\nFROM debian\n", 0)]
    [InlineData("# hadolint ignore=DL3007\nFROM debian\nFROM debian\n", 2)]
    public void A_comment_silences_a_rule(string text, int findings) => Linting.Lint(text).Of("DL3006").Count.ShouldBe(findings);

    [Fact]
    public void A_comment_above_FROM_silences_a_rule_for_the_stage() =>
        Linting.Lint("# hadolint stage ignore=DL3003\nFROM debian:12\nRUN cd /a\nFROM debian:12\nRUN cd /b\n").Of("DL3003").Count.ShouldBe(1);

    [Fact]
    public void Comments_can_be_kept_from_silencing_rules() =>
        Linting.Lint("# hadolint ignore=DL3006\nFROM debian\n", settings: new() { IgnoresPragmas = true }).Of("DL3006").Count.ShouldBe(1);

    [Theory]
    [InlineData("skip=JSONArgsRecommended", 0)]
    [InlineData("skip=all", 0)]
    [InlineData("skip=StageNameCasing", 1)]
    public void The_check_directive_skips_BuildKits_checks_only(string check, int findings)
    {
        var found = Linting.Lint($"# check={check}\nFROM debian:12\nCMD app\n");

        found.Of("JSONArgsRecommended").Count.ShouldBe(findings);
        found.Of("DL3025").Count.ShouldBe(1);
    }

    [Fact]
    public void The_check_directive_makes_warnings_errors_and_turns_experiments_on()
    {
        var report = new DockerfileLinter(new()).Lint(SourceText.From("Dockerfile", "# check=error=true;experimental=InvalidDefinitionDescription\n\n# The image.\nARG A=1\nFROM debian:12\n"), BuildContext.Unknown);

        report.Findings.Of("InvalidDefinitionDescription").ShouldHaveSingleItem().Severity.ShouldBe(Severity.Error);
    }

    [Fact]
    public void Hadolints_configuration_is_read()
    {
        var settings = HadolintFile.Read("ignored: [DL3006]\noverride:\n  error: [DL3003]\nfailure-threshold: error\n", out var problem);

        problem.ShouldBeNull();
        settings.Threshold.ShouldBe(Severity.Error);
        var found = Linting.Lint("FROM debian\nRUN cd /a\n", settings: settings);
        found.Of("DL3006").ShouldBeEmpty();
        found.Of("DL3003").ShouldHaveSingleItem().Severity.ShouldBe(Severity.Error);
    }

    [Theory]
    [InlineData("ignored: [DL3006\nx: y: z\n", "1:")]
    [InlineData("ignored:\n- \"DL3006\nx: y\n", "2:")]
    [InlineData("a: b\n c: d\n", "2:")]
    public void A_configuration_that_is_no_YAML_is_told_with_its_place(string text, string place)
    {
        HadolintFile.Read(text, out var problem).Ignored.ShouldBeEmpty();

        problem.ShouldNotBeNull().ShouldStartWith(place);
    }

    [Theory]
    [InlineData("FROM debian:12\nRUN apt-get update && apt-get install -y curl=8\n", "DL3009")]
    [InlineData("FROM python:3\nRUN pip install flask==3\n", "DL3042")]
    [InlineData("FROM debian:12\nRUN apt-get install -y curl=8\nRUN mkdir /b\n", "DL3059")]
    public void Better_advice_wins_over_a_rule_that_fights_the_cache_and_says_why(string text, string code)
    {
        var report = new DockerfileLinter(new()).Lint(SourceText.From("Dockerfile", text), BuildContext.Unknown);

        report.Findings.Of(code).ShouldBeEmpty();
        report.Outweighed.Single(o => o.Finding.Rule.Code == code).Why.ShouldNotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData("# hadolint ignore=DL3006\nFROM debian\n", "")]
    [InlineData("# hadolint global ignore=DL3025\nFROM debian:12@sha256:0\nUSER 1\nCMD app\n", "JSONArgsRecommended")]
    [InlineData("# check=skip=JSONArgsRecommended\nFROM debian:12@sha256:0\nUSER 1\nCMD app\n", "DL3025")]
    public void A_rule_of_ours_is_silent_where_the_one_that_says_the_same_is(string text, string left) =>
        string.Join(' ', new DockerfileLinter(new()).Lint(SourceText.From("Dockerfile", text), BuildContext.Unknown).Findings.Select(f => f.Rule.Code)).ShouldBe(left);

    [Fact]
    public void A_rule_of_ours_is_silent_where_the_configuration_ignores_the_one_that_says_the_same() =>
        Linting.Lint("FROM debian\n", settings: HadolintFile.Read("ignored: [DL3006]\n", out _)).Of("SLD110").ShouldBeEmpty();
}
