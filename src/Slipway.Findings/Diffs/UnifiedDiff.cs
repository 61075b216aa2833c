using System.Globalization;
using System.Text;

namespace Slipway.Findings.Diffs;

/// <summary>Differences in the unified format, which <c>patch</c> and <c>git apply</c> take.</summary>
public static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>Writes the difference of two texts of a file.</summary>
    /// <param name="path">The file, with forward slashes.</param>
    /// <param name="before">Its text before, or null when there is no file yet.</param>
    /// <param name="after">Its text after.</param>
    /// <returns>The difference, or an empty string when there is none.</returns>
    public static string Of(string path, string? before, string after)
    {
        if (string.Equals(before, after, StringComparison.Ordinal))
        {
            return string.Empty;
        }

        // As git does: a file outside of the folder is named from the root on, for patch -p1 -d /.
        path = path.TrimStart('/');
        var changes = LineDiff.Compare(before ?? string.Empty, after);
        var text = new StringBuilder().Append("--- ")
            .Append(before is null ? "/dev/null" : "a/" + path)
            .Append('\n')
            .Append("+++ b/")
            .Append(path)
            .Append('\n');
        foreach (var (start, end) in Hunks(changes))
        {
            WriteHunk(text, changes, start, end);
        }

        return text.ToString();
    }

    private static IEnumerable<(int Start, int End)> Hunks(IReadOnlyList<LineChange> changes)
    {
        for (var index = 0; index < changes.Count; index++)
        {
            if (changes[index].Kind == ' ')
            {
                continue;
            }

            var start = Math.Max(0, index - Context);
            var last = index;
            for (var next = index; next < changes.Count && next <= last + (2 * Context); next++)
            {
                if (changes[next].Kind != ' ')
                {
                    last = next;
                }
            }

            yield return (start, Math.Min(changes.Count, last + Context + 1));
            index = last;
        }
    }

    private static void WriteHunk(StringBuilder text, IReadOnlyList<LineChange> changes, int start, int end)
    {
        var lines = changes.Skip(start).Take(end - start).ToList();
        var (before, after) = (Count(changes.Take(start), '+'), Count(changes.Take(start), '-'));
        var (removed, added) = (Count(lines, '+'), Count(lines, '-'));
        text.Append(CultureInfo.InvariantCulture, $"@@ -{Range(before, removed)} +{Range(after, added)} @@\n");
        foreach (var (kind, line) in lines)
        {
            text.Append(kind).Append(line);
            if (!line.EndsWith('\n'))
            {
                text.Append("\n\\ No newline at end of file\n");
            }
        }
    }

    /// <summary>How many of the lines are on the side that a kind of change is not on.</summary>
    private static int Count(IEnumerable<LineChange> changes, char absent) => changes.Count(c => c.Kind != absent);

    private static string Range(int before, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? before : before + 1)}{(count == 1 ? string.Empty : "," + count)}");
}
