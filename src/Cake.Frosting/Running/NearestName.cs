namespace Cake.Frosting.Running;

/// <summary>
/// Finds the name that somebody probably meant: the one with the smallest Levenshtein distance, regardless of case.
/// </summary>
internal static class NearestName
{
    /// <returns>The name, or null when more than a third of the letters (and more than two) would have to change.</returns>
    public static string? Find(string written, IEnumerable<string> names)
    {
        var limit = Math.Max(2, written.Length / 3);
        return names
            .Select(n => (Name: n, Distance: Distance(written.ToUpperInvariant(), n.ToUpperInvariant())))
            .Where(c => c.Distance <= limit && c.Distance < written.Length)
            .OrderBy(c => c.Distance)
            .ThenBy(c => c.Name, StringComparer.OrdinalIgnoreCase)
            .Select(c => c.Name)
            .FirstOrDefault();
    }

    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var row = 1; row <= left.Length; row++)
        {
            var current = new int[right.Length + 1];
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var replaced = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                current[column] = Math.Min(replaced, Math.Min(previous[column], current[column - 1]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }
}
