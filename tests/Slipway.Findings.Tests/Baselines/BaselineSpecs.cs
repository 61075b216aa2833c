using Slipway.Findings.Baselines;
using Slipway.Findings.Sources;

namespace Slipway.Findings.Tests.Baselines;

public sealed class BaselineSpecs
{
    private static readonly RuleInfo Rule = new("T", Severity.Warning, "s", "w", "r");

    [Fact]
    public void What_was_there_is_known_after_its_lines_have_moved()
    {
        var baseline = Baseline.Read(Baseline.Write([Check("a\nbad x\nb\n")]))!;

        baseline.Count.ShouldBe(1);
        baseline.Filter(Check("new line\nanother\na\n  bad   x\nb\n")).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_new_is_reported()
    {
        var baseline = Baseline.Read(Baseline.Write([Check("bad x\nbad x\n")]))!;

        baseline.Filter(Check("bad x\nbad x\nbad x\n")).Findings.ShouldHaveSingleItem().Start.Line.ShouldBe(3);
        baseline.Filter(Check("bad y\n")).Findings.ShouldHaveSingleItem();
    }

    [Fact]
    public void The_same_finding_of_another_file_is_new()
    {
        var baseline = Baseline.Read(Baseline.Write([Check("bad x\n")]))!;

        baseline.Filter(Check("bad x\n", "other")).Findings.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"findings\": [{}]}")]
    public void What_is_no_baseline_is_told(string text) => Baseline.Read(text).ShouldBeNull();

    private static CheckedFile Check(string text, string path = "file")
    {
        var source = SourceText.From(path, text);
        var findings = new List<Finding>();
        for (var index = text.IndexOf("bad", StringComparison.Ordinal); index >= 0; index = text.IndexOf("bad", index + 1, StringComparison.Ordinal))
        {
            findings.Add(Finding.At(Rule, source, new(index, 3), "bad"));
        }

        return new(source, findings);
    }
}
