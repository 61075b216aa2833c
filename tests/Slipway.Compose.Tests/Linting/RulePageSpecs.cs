using System.Globalization;
using System.Text;
using Slipway.Compose.Linting;
using Slipway.Findings;
using Slipway.Testing;

namespace Slipway.Compose.Tests.Linting;

/// <summary>The page about rules.</summary>
public sealed class RulePageSpecs
{
    private const string Begin = "<!-- rules of compose files: written by the tests with SLIPWAY_GOLDEN=write -->\n";
    private const string End = "<!-- /rules of compose files -->";

    private static readonly string Page = RepositoryFile.PathOf("docs/lint.md");

    [Fact]
    public void The_page_names_every_rule()
    {
        var text = File.ReadAllText(Page);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("SLIPWAY_GOLDEN") == "write")
        {
            File.WriteAllText(Page, text[..from] + Table() + text[to..]);
        }
        else
        {
            text[from..to].ShouldBe(Table(), "run this test with SLIPWAY_GOLDEN=write and read what has changed");
        }
    }

    private static string Table()
    {
        var text = new StringBuilder("| code | severity | what to do | why |\n| --- | --- | --- | --- |\n");
        foreach (var rule in ComposeLinter.Rules)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {rule.Code} | {SeverityName.Of(rule.Severity)} | {rule.Summary} | {rule.Why} |\n");
        }

        return text.ToString();
    }
}
