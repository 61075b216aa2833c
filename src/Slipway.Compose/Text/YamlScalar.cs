using System.Text;

namespace Slipway.Compose.Text;

/// <summary>Writes a string as a YAML scalar for compose: plain where every YAML version reads it as that string, else quoted.</summary>
internal static class YamlScalar
{
    /// <summary>The scalar, with dollar signs doubled against compose's interpolation.</summary>
    public static string Of(string value)
    {
        var text = Escaped(value);
        return IsPlain(text) ? text : Quoted(text);
    }

    /// <summary>A list in one line.</summary>
    public static string List(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(InList))}]";

    public static string Escaped(string value) => value.Replace("$", "$$", StringComparison.Ordinal);

    private static string InList(string value)
    {
        var text = Escaped(value);
        return IsPlain(text) && !text.Contains(':', StringComparison.Ordinal) ? text : Quoted(text);
    }

    private static bool IsPlain(string text)
    {
        if (text.Length == 0 || !text.All(IsPlainCharacter) || text[^1] == ':')
        {
            return false;
        }

        if (char.IsAsciiDigit(text[0]))
        {
            return IsAddress(text);
        }

        return text[0] is not ('@' or '-' or ':')
            && (text[0] != '.' || text.StartsWith("./", StringComparison.Ordinal) || text.StartsWith("..", StringComparison.Ordinal))
            && !IsWordWithMeaning(text);
    }

    private static bool IsPlainCharacter(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '_' or '.' or '/' or '@' or '-' or ':';

    /// <summary>Four numbers with dots between can't be read as a number by any YAML version.</summary>
    private static bool IsAddress(string text) =>
        text.All(c => char.IsAsciiDigit(c) || c is '.' or '/') && text.Count(c => c == '.') == 3;

    private static bool IsWordWithMeaning(string text) => text.ToLowerInvariant()
        is "y" or "n" or "yes" or "no" or "on" or "off" or "true" or "false" or "null";

    /// <summary>A key, in which nothing is interpolated.</summary>
    public static string Key(string key) => IsPlain(key) && !key.Contains(':', StringComparison.Ordinal) ? key : Quoted(key);

    /// <summary>The text in double quotes, its dollar signs as they are.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                '\r' => quoted.Append("\\r"),
                < ' ' or (>= '\x7f' and <= '\x9f') or '\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff'
                    => quoted.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }
}
