namespace Slipway.Deployment.Configuration;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearestName
{
    /// <summary>Suggests the candidate with the smallest edit distance, if it is near enough to be a slip of the finger.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="candidates">What would be right.</param>
    /// <returns><c>did you mean "x"?</c>, else the list of what is known, else null.</returns>
    public static string? Suggest(string written, IEnumerable<string> candidates)
    {
        var all = candidates.ToList();
        var best = all.Select(c => (Name: c, Distance: Distance(written, c))).OrderBy(c => c.Distance).FirstOrDefault();
        if (best.Name is not null && best.Distance <= Math.Max(1, written.Length / 2))
        {
            return $"did you mean \"{best.Name}\"?";
        }

        return all.Count == 0 ? null : $"known: {string.Join(", ", all)}";
    }

    // The optimal string alignment distance: two letters in the wrong order are one slip of the finger.
    private static int Distance(string a, string b)
    {
        var distance = Enumerable.Range(0, a.Length + 1).Select(_ => new int[b.Length + 1]).ToArray();
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                distance[i][j] = Math.Min(i, j) == 0 ? Math.Max(i, j) : Math.Min(
                    Math.Min(distance[i - 1][j], distance[i][j - 1]) + 1,
                    distance[i - 1][j - 1] + (Same(i, j) ? 0 : 1));
                if (i > 1 && j > 1 && Same(i, j - 1) && Same(i - 1, j))
                {
                    distance[i][j] = Math.Min(distance[i][j], distance[i - 2][j - 2] + 1);
                }
            }
        }

        return distance[a.Length][b.Length];

        bool Same(int i, int j) => char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
    }
}
