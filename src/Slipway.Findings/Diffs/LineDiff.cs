namespace Slipway.Findings.Diffs;

/// <summary>The fewest lines to remove and add that lead from one text to another (Myers, 1986).</summary>
internal static class LineDiff
{
    /// <summary>Beyond this many changed lines the smallest difference isn't worth its price.</summary>
    private const int MostChanges = 2_000;

    /// <summary>Compares two texts.</summary>
    /// <param name="before">The lines of the first.</param>
    /// <param name="after">The lines of the second.</param>
    /// <returns>Every line once, in order.</returns>
    public static IReadOnlyList<LineChange> Compare(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var start = 0;
        while (start < before.Count && start < after.Count && before[start] == after[start])
        {
            start++;
        }

        var end = 0;
        while (end < before.Count - start && end < after.Count - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        var changes = new List<LineChange>(before.Take(start).Select(l => new LineChange(' ', l)));
        changes.AddRange(Middle([.. before.Skip(start).Take(before.Count - start - end)], [.. after.Skip(start).Take(after.Count - start - end)]));
        changes.AddRange(before.Skip(before.Count - end).Select(l => new LineChange(' ', l)));
        return changes;
    }

    private static IEnumerable<LineChange> Middle(string[] before, string[] after) =>
        Trace(before, after) is { } trace
            ? Back(before, after, trace)
            : [.. before.Select(l => new LineChange('-', l)), .. after.Select(l => new LineChange('+', l))];

    /// <summary>How far each diagonal reaches with 0, 1, 2, ... changes, until the end is reached.</summary>
    private static List<int[]>? Trace(string[] before, string[] after)
    {
        var most = Math.Min(before.Length + after.Length, MostChanges);
        var reach = new int[(2 * most) + 3];
        var trace = new List<int[]>();
        for (var changes = 0; changes <= most; changes++)
        {
            trace.Add((int[])reach.Clone());
            for (var diagonal = -changes; diagonal <= changes; diagonal += 2)
            {
                var down = diagonal == -changes || (diagonal != changes && reach[most + diagonal] < reach[most + diagonal + 2]);
                var x = down ? reach[most + diagonal + 2] : reach[most + diagonal] + 1;
                var y = x - diagonal;
                while (x < before.Length && y < after.Length && before[x] == after[y])
                {
                    (x, y) = (x + 1, y + 1);
                }

                reach[most + diagonal + 1] = x;
                if (x >= before.Length && y >= after.Length)
                {
                    return trace;
                }
            }
        }

        return null;
    }

    private static IEnumerable<LineChange> Back(string[] before, string[] after, List<int[]> trace)
    {
        var most = (trace[0].Length - 3) / 2;
        var found = new Stack<LineChange>();
        var (x, y) = (before.Length, after.Length);
        for (var changes = trace.Count - 1; changes >= 0; changes--)
        {
            var reach = trace[changes];
            var diagonal = x - y;
            var down = diagonal == -changes || (diagonal != changes && reach[most + diagonal] < reach[most + diagonal + 2]);
            var previous = down ? diagonal + 1 : diagonal - 1;
            var fromX = changes == 0 ? 0 : reach[most + previous + 1];
            var fromY = changes == 0 ? 0 : fromX - previous;
            while (x > fromX && y > fromY)
            {
                (_, x, y) = (Push(' ', before[x - 1]), x - 1, y - 1);
            }

            if (changes > 0 && down)
            {
                Push('+', after[fromY]);
            }

            if (changes > 0 && !down)
            {
                Push('-', before[fromX]);
            }

            (x, y) = (fromX, fromY);
        }

        return found;

        bool Push(char kind, string line)
        {
            found.Push(new(kind, line));
            return true;
        }
    }
}
