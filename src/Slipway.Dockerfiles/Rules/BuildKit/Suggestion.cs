namespace Slipway.Dockerfiles.Rules.BuildKit;

/// <summary>What was probably meant.</summary>
internal static class Suggestion
{
    /// <summary>The nearest name, as the end of a sentence; empty when none is near.</summary>
    public static string Of(string name, IEnumerable<string> names)
    {
        var nearest = names.Select(n => (Name: n, Distance: Distance(name, n)))
            .OrderBy(n => n.Distance)
            .ThenBy(n => n.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= Math.Max(1, name.Length / 3) ? $"; did you mean {nearest.Name}?" : string.Empty;
    }

    /// <summary>How many characters to insert, delete or replace (Levenshtein, 1966).</summary>
    private static int Distance(string from, string to)
    {
        var (previous, before) = (Enumerable.Range(0, to.Length + 1).ToArray(), Array.Empty<int>());
        for (var row = 1; row <= from.Length; row++)
        {
            var current = new int[to.Length + 1];
            current[0] = row;
            for (var column = 1; column <= to.Length; column++)
            {
                var same = from[row - 1] == to[column - 1] ? 0 : 1;
                current[column] = Math.Min(Math.Min(previous[column], current[column - 1]) + 1, previous[column - 1] + same);
                if (row > 1 && column > 1 && from[row - 1] == to[column - 2] && from[row - 2] == to[column - 1])
                {
                    // Two letters that have changed places are one slip.
                    current[column] = Math.Min(current[column], before[column - 2] + 1);
                }
            }

            (before, previous) = (previous, current);
        }

        return previous[to.Length];
    }
}
