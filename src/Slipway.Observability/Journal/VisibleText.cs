using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Slipway.Observability.Journal;

/// <summary>
/// What other programs print is data: nothing in it may clear the screen, name the window, fill the clipboard or turn a line round.
/// Colours are left out; every other control character is shown as what it is.
/// </summary>
public static partial class VisibleText
{
    /// <summary>Makes control characters visible.</summary>
    /// <param name="text">What another has printed; it may have line ends and tabs.</param>
    /// <returns>The text without colours, and with <c>\x1b</c> in place of an escape.</returns>
    public static string Of(string text)
    {
        if (!text.Any(IsControl))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        foreach (var character in Colour().Replace(text, string.Empty).Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\r'))
        {
            visible.Append(IsControl(character) ? Name(character) : character.ToString());
        }

        return visible.ToString();
    }

    // U+202A to U+202E and U+2066 to U+2069 change the direction of what follows (unicode.org, UAX 9).
    private static bool IsControl(char character) =>
        (char.IsControl(character) && character is not ('\n' or '\t')) || character is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    private static string Name(char character) => character < 0x100
        ? string.Create(CultureInfo.InvariantCulture, $"\\x{(int)character:x2}")
        : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");

    [GeneratedRegex("\u001b\\[[0-9;:]*m", RegexOptions.CultureInvariant)]
    private static partial Regex Colour();
}
