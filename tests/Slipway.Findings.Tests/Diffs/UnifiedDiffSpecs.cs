using System.Diagnostics;
using CsCheck;
using Slipway.Findings.Diffs;
using Slipway.Testing;

namespace Slipway.Findings.Tests.Diffs;

public sealed class UnifiedDiffSpecs
{
    private static readonly string[] Lines = ["a\n", "b\n", "c\r\n", "\n", "d", "e\n"];
    private static readonly Gen<string> AnyText = Gen.Int[0, Lines.Length - 1].Select(n => Lines[n]).Array[0, 30].Select(string.Concat);

    [Fact]
    public void A_difference_shows_what_changed_with_three_lines_around()
    {
        var before = string.Concat(Enumerable.Range(1, 20).Select(n => $"{n}\n"));
        var after = before.Replace("\n3\n", "\nthree\n", StringComparison.Ordinal).Replace("\n18\n", "\n18\nmore\n", StringComparison.Ordinal);

        UnifiedDiff.Of("a/file", before, after).ShouldBe(
            """
            --- a/a/file
            +++ b/a/file
            @@ -1,6 +1,6 @@
             1
             2
            -3
            +three
             4
             5
             6
            @@ -16,5 +16,6 @@
             16
             17
             18
            +more
             19
             20

            """);
    }

    [Theory]
    [InlineData("a", "a", "")]
    [InlineData(null, "a\n", "--- /dev/null\n+++ b/f\n@@ -0,0 +1 @@\n+a\n")]
    [InlineData("a", "a\n", "--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n")]
    [InlineData("a\n", "", "--- a/f\n+++ b/f\n@@ -1 +0,0 @@\n-a\n")]
    public void The_ends_of_files_are_written_as_patch_wants_them(string? before, string after, string diff) => UnifiedDiff.Of("f", before, after).ShouldBe(diff);

    [Fact]
    public void A_file_named_from_the_root_on_has_no_slash_twice() => UnifiedDiff.Of("/srv/file", "a\n", "b\n").ShouldStartWith("--- a/srv/file\n+++ b/srv/file\n");

    [Fact]
    public void Git_applies_every_difference()
    {
        using var folder = new TemporaryFolder();
        Gen.Select(AnyText, AnyText).Where((before, after) => before != after && before.Length > 0 && after.Length > 0).Sample(
            (before, after) =>
            {
                var file = folder.Write("f", before);
                folder.Write("p", UnifiedDiff.Of("f", before, after));
                using var git = Process.Start(new ProcessStartInfo("git", ["apply", "--whitespace=nowarn", "p"]) { WorkingDirectory = folder.Path })!;
                git.WaitForExit();
                git.ExitCode.ShouldBe(0);
                File.ReadAllText(file).ShouldBe(after);
            },
            iter: 40,
            threads: 1);
    }
}
