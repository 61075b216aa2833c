using CsCheck;
using Slipway.Findings.Fixes;
using Slipway.Findings.Fixing;
using Slipway.Findings.Sources;
using Slipway.Testing;

namespace Slipway.Findings.Tests.Fixing;

public sealed class FixerSpecs
{
    private static readonly RuleInfo Rule = new("T", Severity.Warning, "s", "w", "r");

    [Fact]
    public void Fixes_are_applied_until_nothing_is_left_to_mend()
    {
        var outcome = new Fixer(s => Replace(s, "aa", "a")).Run(SourceText.From("x", "aaaaaaa b"));

        outcome.After.Text.ShouldBe("a b");
        outcome.Converged.ShouldBeTrue();
        outcome.Remaining.ShouldBeEmpty();
        outcome.Changes.ShouldBeTrue();
    }

    [Fact]
    public void Of_fixes_that_get_into_each_others_way_the_first_is_applied()
    {
        var outcome = new Fixer(s => [.. Replace(s, "ab", "x"), .. Replace(s, "bc", "y")]).Run(SourceText.From("x", "abc"));

        outcome.After.Text.ShouldBe("xc");
    }

    [Fact]
    public void Fixes_without_end_change_nothing()
    {
        var growing = new Fixer(s => Replace(s, "a", "aa"), rounds: 5).Run(SourceText.From("x", "a"));
        var swinging = new Fixer(s => [.. Replace(s, "a", "b"), .. Replace(s, "b", "a")]).Run(SourceText.From("x", "a"));

        growing.Converged.ShouldBeFalse();
        growing.Changes.ShouldBeFalse();
        swinging.Converged.ShouldBeFalse();
        swinging.After.Text.ShouldBe("a");
    }

    [Fact]
    public void A_file_is_created_once()
    {
        var outcome = new Fixer(s => [Finding.At(Rule, s, new(0, 0), "m", Fix.Create("r", new("new", "text"))), .. Replace(s, "a", "b")]).Run(SourceText.From("x", "a"));

        outcome.Files.ShouldHaveSingleItem().Path.ShouldBe("new");
        outcome.Applied.Count.ShouldBe(2);
    }

    [Fact]
    public void A_fix_has_edits_that_do_not_overlap()
    {
        Should.Throw<ArgumentException>(() => Fix.Of("r", TextEdit.Insert(1, "a"), TextEdit.Insert(1, "b")));
        Should.Throw<ArgumentException>(() => Fix.Of("r", TextEdit.Delete(new(0, 3)), TextEdit.Delete(new(2, 3))));
        Should.Throw<ArgumentException>(() => Fix.Of("r"));
    }

    [Fact]
    public void Characters_outside_of_the_edits_stay_as_they_are() =>
        Gen.Select(Gen.String[0, 50], Gen.Int[0, 50], Gen.Int[0, 10], Gen.String[0, 5]).Sample((text, start, length, inserted) =>
        {
            var span = TextSpan.Between(Math.Min(start, text.Length), Math.Min(start + length, text.Length));
            var edits = new EditSet();
            edits.TryAdd(Fix.Replace("r", span, inserted)).ShouldBeTrue();

            edits.Apply(SourceText.From("x", text)).Text.ShouldBe(text[..span.Start] + inserted + text[span.End..]);
        });

    [Fact]
    public void A_file_is_replaced_at_once_and_keeps_its_mode_and_link()
    {
        using var folder = new TemporaryFolder();
        var (file, link) = (folder.Write("file", "before"), Path.Combine(folder.Path, "link"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        File.CreateSymbolicLink(link, file);

        AtomicFile.Write(link, "after"u8);

        File.ReadAllText(file).ShouldBe("after");
        new FileInfo(link).LinkTarget.ShouldBe(file);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Directory.GetFiles(folder.Path).Length.ShouldBe(2, "nothing temporary is left");
    }

    private static List<Finding> Replace(SourceText source, string old, string by)
    {
        var findings = new List<Finding>();
        for (var index = source.Text.IndexOf(old, StringComparison.Ordinal); index >= 0; index = source.Text.IndexOf(old, index + old.Length, StringComparison.Ordinal))
        {
            findings.Add(Finding.At(Rule, source, new(index, old.Length), old, Fix.Replace("r", new(index, old.Length), by)));
        }

        return findings;
    }
}
