using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Linting;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings;
using Slipway.Findings.Fixes;
using Slipway.Findings.Fixing;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Tests.Corpora;

/// <summary>Fixes of real files: each one on its own, and all of them together.</summary>
public sealed class FixCorpus(ITestOutputHelper output)
{
    private static readonly DockerfileLinter Linter = new(new());

    [Fact]
    public void All_fixes_of_public_Dockerfiles_hold_what_they_promise() => Check(Corpus.Dockerfiles());

    [Fact]
    public void All_fixes_of_the_samples_hold_what_they_promise() => Check(Corpus.Samples());

    private void Check(IReadOnlyList<string> paths)
    {
        var (findings, fixes, applied) = (0, 0, 0);
        foreach (var path in paths)
        {
            var source = SourceText.From(path, File.ReadAllBytes(path));
            var build = Folder.Read(Path.GetDirectoryName(path)!);
            var report = Linter.Lint(source, build);
            findings += report.Findings.Count;
            foreach (var finding in report.Findings)
            {
                finding.Message.ShouldNotBeNullOrWhiteSpace();
                finding.Fix.Reason.ShouldNotBeNullOrWhiteSpace($"{finding}: a fix has a reason, and so has a refusal");
                if (finding.Fix.Edits.IsEmpty)
                {
                    continue;
                }

                fixes++;
                CheckAlone(source, build, finding);
            }

            var outcome = Linter.Fix(source, build);
            applied += outcome.Applied.Count;
            CheckOutcome(outcome, build);
        }

        output.WriteLine($"{paths.Count} files, {findings} findings, {fixes} fixes, {applied} applied");
        fixes.ShouldBeGreaterThan(0);
    }

    private static void CheckAlone(SourceText source, BuildContext build, Finding finding)
    {
        var edits = new EditSet();
        edits.TryAdd(finding.Fix).ShouldBeTrue();
        var after = edits.Apply(source);

        SameOutside(source, after, finding);
        Comments(after).ShouldBe(Comments(source), ignoreOrder: true, $"{finding}: no comment is lost");
        var report = Linter.Lint(after, build);
        report.File.Problems.ShouldBeEmpty($"{finding}: what was mended parses");
        report.Findings.Count(f => f.Rule == finding.Rule && f.Message == finding.Message).ShouldBeLessThan(
            Linter.Lint(source, build).Findings.Count(f => f.Rule == finding.Rule && f.Message == finding.Message),
            $"{finding}: what was mended is gone in\n{after.Text}");
    }

    private static void CheckOutcome(FixOutcome outcome, BuildContext build)
    {
        outcome.Converged.ShouldBeTrue($"{outcome.Before.Path}: the fixes come to an end");
        Comments(outcome.After).ShouldBe(Comments(outcome.Before), ignoreOrder: true);
        Dockerfile.Parse(outcome.After).Problems.ShouldBeEmpty();
        outcome.Remaining.Where(f => !f.Fix.Edits.IsEmpty).ShouldBeEmpty("nothing is left that could be mended");
        Linter.Fix(outcome.After, build).After.Text.ShouldBe(outcome.After.Text, "a second run changes nothing");
    }

    /// <summary>Lines that no edit touches stay as they are.</summary>
    private static void SameOutside(SourceText before, SourceText after, Finding finding)
    {
        var touched = finding.Fix.Edits.SelectMany(e => Enumerable.Range(before.PositionOf(e.Span.Start).Line, before.PositionOf(e.Span.End).Line - before.PositionOf(e.Span.Start).Line + 1)).ToHashSet();
        var kept = Enumerable.Range(1, before.LineCount).Where(l => !touched.Contains(l)).Select(before.Line).ToList();
        var lines = Enumerable.Range(1, after.LineCount).Select(after.Line).ToList();
        var next = 0;
        foreach (var line in kept)
        {
            next = lines.IndexOf(line, next) + 1;
            next.ShouldBeGreaterThan(0, $"{finding}: the line '{line}' has nothing to do with it");
        }
    }

    private static List<string> Comments(SourceText source) => [.. Dockerfile.Parse(source).Comments.Select(c => c.Text)];
}
