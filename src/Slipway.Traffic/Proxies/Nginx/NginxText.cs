namespace Slipway.Traffic.Proxies.Nginx;

/// <summary>Texts as nginx reads them.</summary>
internal static class NginxText
{
    /// <summary>What defines a variable whose value is a dollar sign, for which nginx has no other way of writing.</summary>
    public const string DollarDefinition = "geo $dollar { default \"$\"; }";

    /// <summary>A parameter that stands for a text literally.</summary>
    public static string Quoted(string text) => "\"" + text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("$", "${dollar}", StringComparison.Ordinal) + "\"";
}
