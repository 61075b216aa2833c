using CsCheck;
using Slipway.Findings.Sources;

namespace Slipway.Findings.Tests.Sources;

public sealed class SourceTextSpecs
{
    [Fact]
    public void Any_bytes_come_out_as_they_went_in() =>
        Gen.Byte.Array[0, 200].Sample(bytes => SourceText.From("x", bytes).ToBytes().ShouldBe(bytes), iter: 20_000);

    [Theory]
    [InlineData("a\nbc\n", 0, 1, 1)]
    [InlineData("a\nbc\n", 2, 2, 1)]
    [InlineData("a\nbc\n", 3, 2, 2)]
    [InlineData("a\nbc\n", 5, 3, 1)]
    [InlineData("a\nbc\n", 99, 3, 1)]
    [InlineData("", 0, 1, 1)]
    public void A_character_has_a_line_and_a_column(string text, int offset, int line, int column) =>
        SourceText.From("x", text).PositionOf(offset).ShouldBe(new LinePosition(line, column));

    [Theory]
    [InlineData("", 1)]
    [InlineData("a", 1)]
    [InlineData("a\n", 1)]
    [InlineData("a\r\nb", 2)]
    [InlineData("a\n\n", 2)]
    public void A_final_line_break_begins_no_line(string text, int lines) => SourceText.From("x", text).LineCount.ShouldBe(lines);

    [Theory]
    [InlineData("a\r\nb\r\n", "\r\n")]
    [InlineData("a\nb\r\n", "\n")]
    [InlineData("a", "\n")]
    public void New_lines_end_as_those_that_are_there(string text, string newLine) => SourceText.From("x", text).NewLine.ShouldBe(newLine);
}
