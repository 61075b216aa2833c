namespace Slipway.Traffic.Proxies.Caddy;

/// <summary>Texts as Caddy reads them.</summary>
internal static class CaddyText
{
    /// <summary>
    /// Whether there is a word that stands for a text literally: braces are placeholders', and each of two ways of quoting lacks a character.
    /// </summary>
    public static bool CanBeQuoted(string text) => text.AsSpan().IndexOfAny('{', '}') < 0
        && !(text.Contains('\\', StringComparison.Ordinal) && text.Contains('`', StringComparison.Ordinal));

    /// <summary>That word.</summary>
    public static string Quoted(string text) =>
        text.Contains('\\', StringComparison.Ordinal) ? $"`{text}`" : $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
