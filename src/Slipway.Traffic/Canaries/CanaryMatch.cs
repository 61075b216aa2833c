namespace Slipway.Traffic.Canaries;

/// <summary>A header or cookie by which a request asks for the slot that does not serve.</summary>
/// <param name="Name">Its name: letters, digits, - and _.</param>
/// <param name="Value">The value that it must have: letters, digits and . _ ~ : / -; null for any.</param>
/// <param name="IsCookie">Whether it is a cookie.</param>
public sealed record CanaryMatch(string Name, string? Value, bool IsCookie)
{
    /// <summary>What is wrong with it, as a sentence; null when nothing is.</summary>
    public string? Problem =>
        Name.Length == 0 || !Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? $"\"{Name}\" is not the name of a {(IsCookie ? "cookie" : "header")} with letters, digits, - and _ only."
        : Value is { Length: 0 } || Value?.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '~' or ':' or '/' or '-') == false
            ? $"\"{Value}\" is not a value with letters, digits and . _ ~ : / - only."
        : null;

    /// <summary>The form in which people read it, such as <c>header X-Canary: yes</c>.</summary>
    public override string ToString() =>
        $"{(IsCookie ? "cookie" : "header")} {Name}{(Value is null ? string.Empty : (IsCookie ? "=" : ": ") + Value)}";
}
