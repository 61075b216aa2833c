using CsCheck;
using Slipway.Observability.Journal;

namespace Slipway.Observability.Tests.Journal;

/// <summary>What others print does nothing to a terminal.</summary>
public sealed class VisibleTextSpecs
{
    [Theory]
    [InlineData("\u001b]0;owned\u0007", "\\x1b]0;owned\\x07")]
    [InlineData("\u001b[2J\u001b[H", "\\x1b[2J\\x1b[H")]
    [InlineData("\u001b]52;c;aGVsbG8=\u0007", "\\x1b]52;c;aGVsbG8=\\x07")]
    [InlineData("\u009b31m", "\\x9b31m")]
    [InlineData("one\rtwo", "one\\x0dtwo")]
    [InlineData("abc\u202edef", "abc\\u202edef")]
    public void What_would_change_the_terminal_is_shown(string printed, string shown) => VisibleText.Of(printed).ShouldBe(shown);

    [Theory]
    [InlineData("\u001b[1;32mINFO\u001b[0m ready", "INFO ready")]
    [InlineData("a line of Windows\r", "a line of Windows")]
    [InlineData("a\tb\nc", "a\tb\nc")]
    [InlineData("plain \u00e9 \u4e2d", "plain \u00e9 \u4e2d")]
    public void Colours_and_ends_of_lines_are_no_matter(string printed, string shown) => VisibleText.Of(printed).ShouldBe(shown);

    [Fact]
    public void No_text_holds_a_control_character() => Gen.String.Sample(text => VisibleText.Of(text).All(c => !char.IsControl(c) || c is '\n' or '\t'));
}
