namespace Slipway.Traffic.Proxies;

/// <summary>The hosts that a route is for: one by its name, or with <c>*.</c> before a name all below it, however deep, but not itself.</summary>
public static class HostPattern
{
    private const int Longest = 253;
    private const string Any = "*.";

    /// <summary>Whether the text is one. A port is no part of it; letters of other scripts are in ASCII (<c>xn--</c>), as clients send them.</summary>
    public static bool IsOne(string text)
    {
        var name = IsWildcard(text) ? text[Any.Length..] : text;
        return name.Length <= Longest
            && name.Split('.').All(l => l.Length > 0 && l.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
    }

    /// <summary>Whether it is for all hosts below a name.</summary>
    public static bool IsWildcard(string pattern) => pattern.StartsWith(Any, StringComparison.Ordinal);

    /// <summary>Whether a host, without port, is one of those.</summary>
    public static bool Fits(string pattern, string host) => IsWildcard(pattern)
        ? host.Length >= pattern.Length && host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase)
        : string.Equals(pattern, host, StringComparison.OrdinalIgnoreCase);

    /// <summary>A host that fits, for a request that has to name one.</summary>
    public static string Example(string pattern) => IsWildcard(pattern) ? "slipway" + pattern[1..] : pattern;
}
