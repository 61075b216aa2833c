using System.Text.RegularExpressions;

namespace Slipway.Architecture.Tests;

/// <summary>One C# file.</summary>
/// <param name="Path">Its path relative to the root, with forward slashes.</param>
/// <param name="Lines">Its lines.</param>
internal sealed partial record SourceFile(string Path, IReadOnlyList<string> Lines)
{
    /// <summary>Where a pattern occurs in code, not in comments.</summary>
    public IEnumerable<string> Occurrences(Regex pattern) => Lines
        .Select((line, index) => (Text: Code(line), Number: index + 1))
        .Where(l => pattern.IsMatch(l.Text))
        .Select(l => $"{Path}:{l.Number}: {l.Text.Trim()}");

    public int PublicTypes => Lines.Count(l => PublicType().IsMatch(l));

    public override string ToString() => Path;

    private static string Code(string line) => Comment().Replace(Text().Replace(line, "\"\""), string.Empty);

    [GeneratedRegex(@"^public ((sealed|static|abstract|partial|readonly|record|unsafe|ref) )*(class|record|struct|interface|enum|delegate) ", RegexOptions.ExplicitCapture)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"//.*$")]
    private static partial Regex Comment();

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex Text();
}
