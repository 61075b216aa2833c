using Slipway.Findings.Fixes;
using Slipway.Findings.Sources;

namespace Slipway.Findings.Tests;

/// <summary>Rules that look for the same.</summary>
public sealed class SynonymSpecs
{
    private static readonly SourceText Source = SourceText.From("Dockerfile", "FROM a\nRUN b\n");
    private static readonly Synonyms Synonyms = new([["OWN1", "DL1", "Known"], ["OWN2", "DL2"]]);

    [Fact]
    public void Findings_that_say_the_same_of_one_place_are_shown_once()
    {
        var fix = Fix.Replace("because", new(0, 4), "from");

        var merged = Merge(Find("Known", Severity.Error, 0), Find("DL1", Severity.Info, 0, fix), Find("OWN1", Severity.Warning, 2)).ShouldHaveSingleItem();

        merged.ToString().ShouldBe("Dockerfile:1:3: error OWN1 (DL1, Known): what is wrong");
        merged.Fix.ShouldBe(fix, "the one that knows how to mend it says so");
    }

    [Fact]
    public void Findings_of_other_places_and_other_matters_stay()
    {
        Merge(Find("OWN1", Severity.Info, 0), Find("DL1", Severity.Info, 9)).Count.ShouldBe(2);
        Merge(Find("OWN1", Severity.Info, 0), Find("DL2", Severity.Info, 0)).Count.ShouldBe(2);
        Merge(Find("DL1", Severity.Info, 0), Find("DL1", Severity.Info, 0)).Count.ShouldBe(2, "one rule that finds two things finds two things");
        Merge(Find("DL9", Severity.Info, 0), Find("OWN1", Severity.Info, 0)).Count.ShouldBe(2, "a rule without synonyms stands for itself");
    }

    private static IReadOnlyList<Finding> Merge(params Finding[] findings) => Synonyms.Merge(new CheckedFile(Source, findings)).Findings;

    private static Finding Find(string code, Severity severity, int start, Fix? fix = null) =>
        Finding.At(new RuleInfo(code, severity, "summary", "why", "refused"), Source, new(start, 3), "what is wrong", fix);
}
