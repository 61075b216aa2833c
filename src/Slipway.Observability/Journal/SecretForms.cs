using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Slipway.Observability.Journal;

/// <summary>How a secret may look in what others print.</summary>
internal static class SecretForms
{
    private const int ShortestLine = 8;
    private const int ShortestBase64 = 6;
    private const int PemLine = 64;
    private const int MimeLine = 76;
    private const int LongestEscaped = 512;
    private const int BitsOfByte = 8;
    private const int BitsOfDigit = 6;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>The texts: as it is, each long line of it, and what Base64 makes of it wherever in other bytes it stands.</summary>
    public static IEnumerable<string> Texts(string value) =>
    [
        value,
        JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
        .. value.Contains('\n', StringComparison.Ordinal) ? value.Split('\n').Select(l => l.Trim()).Where(l => l.Length >= ShortestLine) : [],
        .. Base64(Encoding.UTF8.GetBytes(value)),
        .. Base64Lines(Encoding.UTF8.GetBytes(value)),
    ];

    /// <summary>
    /// A pattern for what URLs, forms, JSON, YAML, XML and shells make of it: each escapes the characters that it has to, and some escape more.
    /// None for a secret that nobody has to escape, nor for one as long as a private key, whose lines are looked for instead.
    /// </summary>
    public static Regex? Escaped(string value) => value.Length > LongestEscaped || value.All(char.IsAsciiLetterOrDigit)
        ? null
        : new Regex(string.Concat(value.EnumerateRunes().Select(Pattern)), RegexOptions.CultureInvariant, Longest);

    private static string Pattern(Rune character)
    {
        var text = character.ToString();
        var percent = string.Concat(Encoding.UTF8.GetBytes(text).Select(b => "%(?:25)?" + Digits(b.ToString("x2", CultureInfo.InvariantCulture))));
        var json = string.Concat(text.Select(c => @"\\+u" + Digits(((int)c).ToString("x4", CultureInfo.InvariantCulture))));
        var own = text switch
        {
            "\n" => @"|\\n",
            "\r" => @"|\\r",
            "\t" => @"|\\t",
            " " => @"|\+|\\+[ ]",
            "\"" => @"|""""|&quot;|&#34;|\\+""",
            "'" => @"|''|'\\+''|'""'""'|&#39;|&#x27;|&apos;|\\+'",
            "&" => @"|&amp;|\\+&",
            "<" => @"|&lt;|\\+<",
            ">" => @"|&gt;|\\+>",
            "$" => @"|\$\$|\\+\$",
            "%" => @"|%%|\\+%",
            _ when text[0] < 128 && !char.IsAsciiLetterOrDigit(text[0]) => @"|\\+" + Regex.Escape(text),
            _ => string.Empty,
        };
        return $"(?:{Regex.Escape(text)}|{percent}|{json}{own})";
    }

    // Hexadecimal digits are written in either case.
    private static string Digits(string hexadecimal) =>
        string.Concat(hexadecimal.Select(d => char.IsAsciiDigit(d) ? d.ToString() : $"[{d}{char.ToUpperInvariant(d)}]"));

    // Programs break the lines of what is long (RFC 2045 and RFC 7468).
    private static IEnumerable<string> Base64Lines(byte[] bytes) =>
        Convert.ToBase64String(bytes) is { Length: > PemLine } digits
            ? ((int[])[PemLine, MimeLine]).SelectMany(l => digits.Chunk(l)).Where(c => c.Length >= ShortestLine).Select(c => new string(c))
            : [];

    // What stands before it shifts it by no, two or four bits; the digits that it shares with its neighbours are theirs as well.
    private static IEnumerable<string> Base64(byte[] bytes)
    {
        for (var before = 0; before < 3; before++)
        {
            var digits = Convert.ToBase64String([.. new byte[before], .. bytes]);
            var (first, end) = (((before * BitsOfByte) + BitsOfDigit - 1) / BitsOfDigit, (before + bytes.Length) * BitsOfByte / BitsOfDigit);
            if (end - first >= ShortestBase64)
            {
                yield return digits[first..end];
                yield return digits[first..end].Replace('+', '-').Replace('/', '_');
            }
        }
    }
}
