namespace Slipway.Observing;

/// <summary>
/// The .dockerignore of a build context: the last pattern that matches a path or a folder above it decides. Where a pattern
/// is beyond what is understood here, nothing is ignored for it, which can only cause a build too many.
/// </summary>
internal sealed class IgnoreFile
{
    private readonly List<(string[] Pattern, bool Keep)> _rules = [];
    private bool _beyondUs;

    /// <summary>Reads the ignore file of a context; the one named after the Dockerfile wins.</summary>
    /// <param name="context">The context's folder.</param>
    /// <param name="dockerfile">The Dockerfile.</param>
    /// <returns>The rules; besides, git's and Slipway's own folders are always ignored.</returns>
    public static IgnoreFile Read(string context, string dockerfile)
    {
        var rules = new IgnoreFile();
        rules.Add(".git");
        rules.Add(".slipway");
        var path = new[] { dockerfile + ".dockerignore", Path.Combine(context, ".dockerignore") }.FirstOrDefault(File.Exists);
        foreach (var line in path is null ? [] : File.ReadLines(path))
        {
            if (line.Trim() is { Length: > 0 } pattern && !line.StartsWith('#'))
            {
                rules.Add(pattern);
            }
        }

        return rules;
    }

    /// <summary>Whether a file is left out of the context.</summary>
    /// <param name="path">Its path relative to the context.</param>
    /// <returns>True if so.</returns>
    public bool Ignores(string path)
    {
        var segments = path.Split(Path.DirectorySeparatorChar);
        var ignored = false;
        if (_beyondUs)
        {
            return false;
        }

        foreach (var (pattern, keep) in _rules)
        {
            if (ignored == keep && Enumerable.Range(1, segments.Length).Any(n => Matches(pattern, segments.AsSpan(0, n))))
            {
                ignored = !keep;
            }
        }

        return ignored;
    }

    private static bool Matches(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path)
    {
        if (pattern.Length == 0)
        {
            return path.Length == 0;
        }

        if (pattern[0] == "**")
        {
            for (var skip = 0; skip <= path.Length; skip++)
            {
                if (Matches(pattern[1..], path[skip..]))
                {
                    return true;
                }
            }

            return false;
        }

        return path.Length > 0
            && System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern[0], path[0], ignoreCase: false)
            && Matches(pattern[1..], path[1..]);
    }

    private void Add(string pattern)
    {
        var keep = pattern.StartsWith('!');
        var segments = pattern.TrimStart('!').Trim().Split('/', StringSplitOptions.RemoveEmptyEntries).Where(s => s != ".").ToArray();
        var understood = segments.Length > 0 && !segments.Any(s => s.Contains('[', StringComparison.Ordinal) || s == "..");
        if (understood)
        {
            _rules.Add((segments, keep));
        }

        _beyondUs |= keep && !understood;
    }
}
