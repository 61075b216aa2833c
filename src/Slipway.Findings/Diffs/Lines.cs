using DiffPlex;

namespace Slipway.Findings.Diffs;

/// <summary>Takes text apart into lines with their line breaks, so that a line that only lost its break is another one.</summary>
internal sealed class Lines : IChunker
{
    public static Lines Whole { get; } = new();

    public IReadOnlyList<string> Chunk(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }
}
