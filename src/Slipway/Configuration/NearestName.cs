namespace Slipway.Configuration;

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

    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + substitution);
            }

            previous = current;
        }

        return previous[^1];
    }
}
