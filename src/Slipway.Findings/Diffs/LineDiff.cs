using DiffPlex;

namespace Slipway.Findings.Diffs;

/// <summary>The fewest lines to remove and add that lead from one text to another (Myers, 1986).</summary>
internal static class LineDiff
{
    /// <summary>Compares two texts.</summary>
    /// <returns>Every line once, in order.</returns>
    public static IReadOnlyList<LineChange> Compare(string before, string after)
    {
        var difference = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, Lines.Whole);
        var changes = new List<LineChange>();
        var next = 0;
        foreach (var block in difference.DiffBlocks)
        {
            Stay(block.DeleteStartA);
            changes.AddRange(Part(difference.PiecesOld, block.DeleteStartA, block.DeleteCountA).Select(l => new LineChange('-', l)));
            changes.AddRange(Part(difference.PiecesNew, block.InsertStartB, block.InsertCountB).Select(l => new LineChange('+', l)));
            next = block.DeleteStartA + block.DeleteCountA;
        }

        Stay(difference.PiecesOld.Count);
        return changes;

        void Stay(int end) => changes.AddRange(Part(difference.PiecesOld, next, end - next).Select(l => new LineChange(' ', l)));
    }

    private static IEnumerable<string> Part(IReadOnlyList<string> lines, int start, int count) => lines.Skip(start).Take(count);
}
