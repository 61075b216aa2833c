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

        tokens.Where(token => token.Kind == PythonTokenKind.Name).Select(token => (token.Text, token.Line, token.Column))
            .ShouldBe([("a", 1, 0), ("b", 4, 2), ("d", 6, 0), ("e", 8, 2)]);
    }

    [Fact]
    public void Any_text_is_read_to_its_end() => Gen.OneOf(Gen.Char["'\"\\\n#()[]rfb= "], Gen.Char).Array[0, 40]
        .Select(characters => new string(characters))
        .Sample(
            source =>
            {
                var tokens = PythonTokenizer.Split(source);
                return tokens.TrueForAll(token => token.Line >= 1 && token.Line <= 1 + source.Count(character => character == '\n') && token.Depth >= 0);
            },
            iter: 20_000);
}
