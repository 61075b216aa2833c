using CsCheck;
using Slipway.Compose.Text;
using YamlDotNet.RepresentationModel;

namespace Slipway.Compose.Tests.Text;

public sealed class ComposeTextSpecs
{
    private static readonly Gen<string> AnyText =
        Gen.OneOf(Gen.Char[" \n\t:#-[]{}\"'\\,&*!|>%@`$aZ09._~=yn"], Gen.Char['\x01', '\xd7ff']).Array[0, 12].Select(characters => new string(characters));

    [Fact]
    public void Any_text_is_read_back_as_it_was_written() => AnyText.Select(AnyText, AnyText).Sample((value, item, block) =>
    {
        var text = new ComposeText();
        text.Map("map", () =>
        {
            text.Value("value", value);
            text.List("list", [item, value]);
            text.Block("block", block);
            text.Value("after", "end");
        });

        var map = (YamlMappingNode)Load(text.ToString())["map"];

        Plain(map["value"]).ShouldBe(value);
        ((YamlSequenceNode)map["list"]).Select(Plain).ShouldBe([item, value]);
        Plain(map["block"]).ShouldBe(block);
        Plain(map["after"]).ShouldBe("end");
    });

    [Theory]
    [InlineData("yes", "\"yes\"")]
    [InlineData("Null", "\"Null\"")]
    [InlineData("1e3", "\"1e3\"")]
    [InlineData("8080:80", "\"8080:80\"")]
    [InlineData("2026-11-22", "\"2026-11-22\"")]
    [InlineData("172.31.250.2", "172.31.250.2")]
    [InlineData("localhost:5000/bot:1", "localhost:5000/bot:1")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("$x", "\"$$x\"")]
    [InlineData("", "\"\"")]
    public void A_scalar_is_plain_only_where_every_YAML_version_reads_a_string(string value, string yaml) =>
        YamlScalar.Of(value).ShouldBe(yaml);

    private static YamlNode Load(string text)
    {
        var stream = new YamlStream();
        using var reader = new StringReader(text);
        stream.Load(reader);
        return stream.Documents[0].RootNode;
    }

    private static string Plain(YamlNode node) => ((YamlScalarNode)node).Value!.Replace("$$", "$", StringComparison.Ordinal);
}
