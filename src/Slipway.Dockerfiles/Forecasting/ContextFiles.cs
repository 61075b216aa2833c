using Slipway.Dockerfiles.Ignoring;
using Slipway.Dockerfiles.Stages;

namespace Slipway.Dockerfiles.Forecasting;

/// <summary>The files of a context that the engine is sent, and digests of what is copied of them.</summary>
internal sealed class ContextFiles(IReadOnlyDictionary<string, TreeFile> tree, IgnoreFile ignore)
{
    private readonly List<KeyValuePair<string, TreeFile>> _sent = [.. tree.Where(f => !ignore.Ignores(f.Key)).OrderBy(f => f.Key, StringComparer.Ordinal)];

    /// <summary>Whether something was to be copied that isn't there.</summary>
    public bool LacksSource { get; private set; }

    /// <summary>A digest of what a source selects: names within a folder, modes and contents.</summary>
    /// <param name="source">A path relative to the context, or a pattern.</param>
    public string Digest(string source)
    {
        var selected = _sent.Where(f => Selects(source, f.Key)).ToList();
        if (selected.Count == 0 && !CopyMap.IsWhole(source))
        {
            LacksSource = true;
        }

        var folder = CopyMap.IsWhole(source) ? 0 : source.Length;
        var isPattern = IsPattern(source);
        return KeyText.Of(selected.SelectMany(f => new[] { isPattern ? f.Key : f.Key[folder..], f.Value.Digest, f.Value.Mode }));
    }

    /// <summary>Whether a source brings a file.</summary>
    public static bool Selects(string source, string path)
    {
        if (CopyMap.IsWhole(source) || path == source || path.StartsWith(source + "/", StringComparison.Ordinal))
        {
            return true;
        }

        if (!IsPattern(source) || IgnorePattern.Read(source, out _) is not { } pattern)
        {
            return false;
        }

        // A folder that matches brings all that is in it.
        for (var end = path.IndexOf('/', StringComparison.Ordinal); ; end = path.IndexOf('/', end + 1))
        {
            if (pattern.Matches(end < 0 ? path : path[..end]))
            {
                return true;
            }

            if (end < 0)
            {
                return false;
            }
        }
    }

    private static bool IsPattern(string source) => source.AsSpan().IndexOfAny("*?[") >= 0;
}
