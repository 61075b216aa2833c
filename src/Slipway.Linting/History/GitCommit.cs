using System.Globalization;
using Slipway.Dockerfiles.Forecasting;

namespace Slipway.Linting.History;

/// <summary>A commit as git's log tells it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Time">When it was made.</param>
/// <param name="Changes">The files that it changed, each with what it was before; null when there was none.</param>
internal sealed record GitCommit(string Id, DateTimeOffset Time, IReadOnlyList<(string Path, TreeFile? Before)> Changes)
{
    /// <summary>Reads the output of <c>git log --raw -z --no-abbrev</c>, each commit beginning with a byte 1, its name and its time.</summary>
    public static IReadOnlyList<GitCommit> Read(string log) => [.. log.Split('\u0001', StringSplitOptions.RemoveEmptyEntries).Select(One)];

    private static GitCommit One(string text)
    {
        var parts = text.Split(['\0', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        var head = parts[0].Split(' ');
        var changes = new List<(string Path, TreeFile? Before)>();
        for (var i = 1; i + 1 < parts.Length; i += 2)
        {
            // :mode-before mode-after name-before name-after kind, then the path.
            var words = parts[i].TrimStart(':').Split(' ');
            changes.Add((parts[i + 1], words[0] == "000000" ? null : new TreeFile(words[2], words[0])));
        }

        return new GitCommit(head[0], DateTimeOffset.FromUnixTimeSeconds(long.Parse(head[1], CultureInfo.InvariantCulture)), changes);
    }
}
