using Slipway.Findings.Fixes;
using Slipway.Findings.Sources;

namespace Slipway.Findings.Tests;

/// <summary>A file with findings of all kinds.</summary>
internal static class Sample
{
    public static readonly RuleInfo Long = new("T1", Severity.Warning, "Keep it short", "Long words tire the reader.", "what could be left out isn't known");
    public static readonly RuleInfo Loud = new("T2", Severity.Error, "Don't shout", "Nobody listens to it.");

    public static SourceText Source { get; } = SourceText.From("some folder/a:b.txt", "one\n\ttwo, extraordinary\nthree THREE\nfour\n");

    public static CheckedFile File { get; } = new(Source, [
        Finding.At(Long, Source, new(10, 13), "extraordinary is long"),
        Finding.At(Loud, Source, new(30, 5), "THREE shouts: 100%", Fix.Replace("the same word, not as loud", new(30, 5), "three")),
        Finding.At(Loud, Source, TextSpan.Between(30, 40), "THREE goes on", Fix.Of("in lower case", TextEdit.Delete(new(30, 1)), TextEdit.Insert(31, "t")))]);

    public static CheckedFile Clean { get; } = new(SourceText.From("clean.txt", "x"), []);
}
