using Slipway.Dockerfiles.Substitution;

namespace Slipway.Dockerfiles.Syntax;

/// <summary>Finds words such as <c>&lt;&lt;-"EOF"</c>.</summary>
internal static class HeredocOpener
{
    private static readonly ExpansionOptions Raw = new() { KeepsQuotes = true, KeepsEscapes = true, KeepsUnset = true };
    private static readonly ExpansionOptions Quoted = new() { KeepsQuotes = true, KeepsUnset = true };
    private static readonly ExpansionOptions Plain = new() { KeepsUnset = true };

    public static IReadOnlyList<Heredoc> FindAll(LogicalText line)
    {
        var words = Expander.Expand(line.Text, NoVariables, Raw);
        return words.Error is null ? [.. words.Words.Select(w => Parse(w, line)).OfType<Heredoc>()] : [];
    }

    private static Heredoc? Parse(string word, LogicalText line)
    {
        var start = 0;
        while (start < word.Length && char.IsAsciiDigit(word[start]))
        {
            start++;
        }

        if (string.CompareOrdinal(word, start, "<<", 0, 2) != 0)
        {
            return null;
        }

        var strips = start + 2 < word.Length && word[start + 2] == '-';
        var rest = word[(start + (strips ? 3 : 2))..].TrimStart();
        if (rest.Length == 0 || rest.Contains('<', StringComparison.Ordinal))
        {
            return null;
        }

        var name = Expander.Expand(rest, NoVariables, Plain);
        var quoted = Expander.Expand(rest, NoVariables, Quoted);
        return name.Words.Count == 1 && quoted.Words.Count == 1
            ? new(name.Words[0], Quotes(name.Words[0]) == Quotes(quoted.Words[0]), strips, line.Slice(line.Length, 0), default)
            : null;
    }

    private static int Quotes(string text) => text.Count(c => c is '\'' or '"');

    private static string? NoVariables(string name) => null;
}
