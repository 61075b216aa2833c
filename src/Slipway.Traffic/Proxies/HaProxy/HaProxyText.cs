namespace Slipway.Traffic.Proxies.HaProxy;

/// <summary>Texts as HAProxy reads them.</summary>
internal static class HaProxyText
{
    /// <summary>A word that stands for a text literally.</summary>
    public static string Quoted(string text) => "\"" + text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("$", "\\$", StringComparison.Ordinal) + "\"";

    /// <summary>A word that stands for a text literally where HAProxy takes a format.</summary>
    public static string Format(string text) => Quoted(text.Replace("%", "%%", StringComparison.Ordinal));
}
