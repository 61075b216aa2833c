using System.Globalization;
using System.Text;
using Slipway.Compose.Editing;
using Slipway.Findings.Sources;

namespace Slipway.Compose.Tests.Editing;

public sealed class BadInputSpecs
{
    [Theory]
    [InlineData("services: [}", "compose.yaml:1:12")]
    [InlineData("\ufeffservices:\r\n  web:\r\n    image: a\r\n    image: b\r\n", "compose.yaml:4:5: the key image is there twice")]
    [InlineData("a: &a\n  b: *a\n", "compose.yaml:2:6: *a stands inside of its own anchor, which would go on forever")]
    [InlineData("a: *b\nb: &b {}\n", "compose.yaml:1:4: there is no anchor &b before this")]
    [InlineData("a: &a 1\nb:\n  <<: *a\n", "compose.yaml:3:7: only a map can be merged")]
    [InlineData("- a\n", "compose.yaml:1:1: a compose file is a map with keys such as services")]
    [InlineData("? {a: b}\n: c\n", "compose.yaml:1:3: only a word can be a key here")]
    public void A_fault_is_reported_with_its_place(string text, string expected) => Problem(text).ShouldStartWith(expected);

    [Fact]
    public void A_file_beyond_all_measure_is_not_read() => Problem(new string('#', 10_000_000)).ShouldContain("more than 1048576 characters");

    [Fact]
    public void Nothing_is_nested_without_end() => Problem(new string('[', 100_000)).ShouldContain("nested more than 64 deep");

    [Fact]
    public void Aliases_of_aliases_cost_no_more_than_they_take_to_write()
    {
        var text = new StringBuilder("a0: &a0 {k: v}\n");
        for (var level = 1; level < 200; level++)
        {
            text.Append(CultureInfo.InvariantCulture, $"a{level}: &a{level} {{x: *a{level - 1}, y: *a{level - 1}, <<: [*a{level - 1}, *a{level - 1}]}}\n");
        }

        var (document, problem) = ComposeDocument.Read(SourceText.From("compose.yaml", text.ToString()));

        problem.ShouldBeNull();
        document!.Roots[0].At(["a199", "x", "y", "k"])!.Text.ShouldBe("v");
    }

    private static string Problem(string text)
    {
        var (document, problem) = ComposeDocument.Read(SourceText.From("compose.yaml", text));
        document.ShouldBeNull();
        return problem!.ToString();
    }
}
