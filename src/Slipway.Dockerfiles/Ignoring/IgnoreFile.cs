namespace Slipway.Dockerfiles.Ignoring;

/// <summary>The patterns of a .dockerignore, as the engine treats them: the last one that matches a path or a folder above it decides.</summary>
public sealed class IgnoreFile
{
    private readonly IReadOnlyList<IgnorePattern> _patterns;

    private IgnoreFile(IReadOnlyList<IgnorePattern> patterns, IReadOnlyList<string> problems) => (_patterns, Problems) = (patterns, problems);

    /// <summary>Ignores nothing.</summary>
    public static IgnoreFile Empty { get; } = new([], []);

    /// <summary>What the engine refuses, without a full stop.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>Whether it has patterns.</summary>
    public bool IsEmpty => _patterns.Count == 0;

    /// <summary>Whether a pattern takes back what an earlier one ignores.</summary>
    public bool HasExceptions => _patterns.Any(p => p.Keeps);

    /// <summary>Reads patterns.</summary>
    /// <param name="text">The text of the file; a byte order mark is dropped.</param>
    /// <returns>The patterns.</returns>
    public static IgnoreFile Parse(string text)
    {
        var (patterns, problems) = (new List<IgnorePattern>(), new List<string>());
        foreach (var line in text.TrimStart('\ufeff').Split('\n'))
        {
            if (line.StartsWith('#') || line.Trim() is not { Length: > 0 } trimmed)
            {
                continue;
            }

            if (IgnorePattern.Read(trimmed, out var problem) is { } pattern)
            {
                patterns.Add(pattern);
            }

            if (problem is not null)
            {
                problems.Add(problem);
            }
        }

        return new(patterns, problems);
    }

    /// <summary>The same with further patterns after those that are there.</summary>
    /// <param name="patterns">The patterns, as lines of a file.</param>
    /// <returns>The longer list.</returns>
    public IgnoreFile With(params ReadOnlySpan<string> patterns)
    {
        var more = Parse(string.Join('\n', patterns.ToArray()));
        return new([.. _patterns, .. more._patterns], [.. Problems, .. more.Problems]);
    }

    /// <summary>Whether a file or folder is left out of the context.</summary>
    /// <param name="path">Its path relative to the context, with forward slashes.</param>
    /// <returns>True if so.</returns>
    public bool Ignores(string path)
    {
        // The engine walks down from the root: what a pattern has matched, it matches for everything below.
        var above = new bool[_patterns.Count];
        var ignored = false;
        for (var end = path.IndexOf('/', StringComparison.Ordinal); ; end = path.IndexOf('/', end + 1))
        {
            ignored = Visit(end < 0 ? path : path[..end], above);
            if (end < 0)
            {
                return ignored;
            }
        }
    }

    private bool Visit(string path, bool[] above)
    {
        var ignored = false;
        for (var index = 0; index < above.Length; index++)
        {
            var pattern = _patterns[index];
            if (!above[index] && pattern.Keeps == ignored)
            {
                above[index] = pattern.Matches(path);
            }

            if (above[index])
            {
                ignored = !pattern.Keeps;
            }
        }

        return ignored;
    }
}
