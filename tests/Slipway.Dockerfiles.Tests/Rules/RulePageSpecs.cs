using System.Text;
using Slipway.Dockerfiles.Linting;
using Slipway.Findings;
using Slipway.Testing;

namespace Slipway.Dockerfiles.Tests.Rules;

/// <summary>The page about rules.</summary>
public sealed class RulePageSpecs
{
    private const string Begin = "<!-- rules: written by the tests with SLIPWAY_GOLDEN=write -->\n";
    private const string End = "<!-- /rules -->";
    private static readonly string Page = RepositoryFile.PathOf("docs/lint.md");

    [Fact]
    public void The_page_names_every_rule()
    {
        var text = File.ReadAllText(Page);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("SLIPWAY_GOLDEN") == "write")
        {
            File.WriteAllText(Page, text[..from] + Table() + text[to..]);
            return;
        }

        text[from..to].ShouldBe(Table(), "run this test with SLIPWAY_GOLDEN=write and read what has changed");
    }

    private static string Table()
    {
        var text = new StringBuilder("| code | severity | what to do | why |\n| --- | --- | --- | --- |\n");
        foreach (var rule in DockerfileLinter.Rules.OrderBy(r => !r.Code.StartsWith("SLD", StringComparison.Ordinal)))
        {
            text.Append($"| {rule.Code} | {SeverityName.Of(rule.Severity)} | {Escape(rule.Summary)} | {Escape(rule.Why)} |\n");
        }

        return text.ToString();
    }

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
