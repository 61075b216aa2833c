namespace Slipway.Traffic.Requests;

/// <summary>A header that a proxy sets, whatever it was before, or takes away.</summary>
/// <param name="Name">Its name, in whatever case.</param>
/// <param name="Value">Its value, literally; null to take it away.</param>
public sealed record HeaderRule(string Name, string? Value)
{
    private const string Marks = "!#$%&'*+-.^_`|~";

    // They are about one connection or about how a body is framed, which is between the proxy and each side (RFC 9110, section 7.6.1).
    private static readonly string[] Framing =
    [
        "connection", "content-length", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade",
    ];

    /// <summary>Why no proxy can do that, as a sentence; null when there is nothing against it.</summary>
    public string? Problem =>
        Name.Length == 0 || !Name.All(c => char.IsAsciiLetterOrDigit(c) || Marks.Contains(c, StringComparison.Ordinal)) ? $"\"{Name}\" is not a header's name."
        : Framing.Contains(Name.ToLowerInvariant()) ? $"{Name} says how a message is framed, which is the proxy's own business."
        : Value?.Any(c => c is < ' ' or > '~') == true ? $"The value of {Name} has other characters than those of ASCII that can be printed."
        : null;

    /// <summary>The later rules, and of the earlier ones those for other headers.</summary>
    public static IReadOnlyList<HeaderRule> Merge(IReadOnlyList<HeaderRule> earlier, IReadOnlyList<HeaderRule> later) =>
        [.. earlier.Where(e => !later.Any(l => string.Equals(l.Name, e.Name, StringComparison.OrdinalIgnoreCase))), .. later];
}
