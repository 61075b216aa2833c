using CsCheck;
using Slipway.Databases.Python;

namespace Slipway.Databases.Tests.Python;

public sealed class PythonTokenizerSpecs
{
    [Theory]
    [InlineData("'a\\'b'", "a'b")]
    [InlineData("\"\"\"a\n'b' \"c\"\n\"\"\"", "a\n'b' \"c\"\n")]
    [InlineData("r'a\\nb'", "a\\nb")]
    [InlineData("Rb\"x\"", "x")]
    [InlineData("'a\\\nb'", "ab")]
    [InlineData("'# no comment'", "# no comment")]
    public void A_string_is_read_as_Python_reads_it(string source, string text) =>
        PythonTokenizer.Split(source).ShouldHaveSingleItem().Text.ShouldBe(text);

    [Fact]
    public void A_token_knows_its_line_after_strings_and_joined_lines_of_several()
    {
        var tokens = PythonTokenizer.Split("a = '''1\n2\n3''' + \\\n  b\n# c\nd('x\\\ny',\n  e)");

        tokens.Where(t => t.Kind == PythonTokenKind.Name).Select(t => (t.Text, t.Line, t.Column))
            .ShouldBe([("a", 1, 0), ("b", 4, 2), ("d", 6, 0), ("e", 8, 2)]);
    }

    [Fact]
    public void Any_text_is_read_to_its_end() => Gen.OneOf(Gen.Char["'\"\\\n#()[]rfb= "], Gen.Char).Array[0, 40]
        .Select(c => new string(c))
        .Sample(
            source =>
            {
                var tokens = PythonTokenizer.Split(source);
                return tokens.TrueForAll(t => t.Line >= 1 && t.Line <= 1 + source.Count(c => c == '\n') && t.Depth >= 0);
            },
            iter: 20_000);
}
