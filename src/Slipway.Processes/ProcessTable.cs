using System.Globalization;
using System.Text;

namespace Slipway.Processes;

/// <summary>Linux's table of processes, proc(5).</summary>
internal static class ProcessTable
{
    /// <summary>The living processes that the root started, directly or not, itself included while it lives.</summary>
    /// <param name="root">The id of the root; null when it has ended and its id may belong to another by now.</param>
    /// <param name="mark">The mark that the root was started with.</param>
    public static IReadOnlyList<int> Descendants(int? root, ProcessMark mark)
    {
        var parents = new Dictionary<int, int>();
        var found = new HashSet<int>();
        var entry = Encoding.ASCII.GetBytes(mark.Entry);
        foreach (var id in Ids())
        {
            var directory = $"/proc/{id}";
            if (ParentOfLiving(directory) is not { } parent)
            {
                continue;
            }

            parents[id] = parent;
            if (id == root || HasMark(directory, entry))
            {
                found.Add(id);
            }
        }

        bool grew;
        do
        {
            grew = false;
            foreach (var (id, parent) in parents)
            {
                grew |= found.Contains(parent) && found.Add(id);
            }
        }
        while (grew);
        found.Remove(Environment.ProcessId);
        return [.. found];
    }

    /// <summary>The ids of all living processes.</summary>
    public static IEnumerable<int> All() => Ids().Where(i => ParentOfLiving($"/proc/{i}") is not null);

    private static IEnumerable<int> Ids()
    {
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                yield return id;
            }
        }
    }

    // "pid (name) state ppid ...": the name may hold anything, so what follows is counted from the last parenthesis.
    private static int? ParentOfLiving(string directory)
    {
        var text = Encoding.Latin1.GetString(Read($"{directory}/stat"));
        var end = text.LastIndexOf(')');
        if (end < 0)
        {
            return null;
        }

        var fields = text.AsSpan(end + 2);
        if (fields.Length < 3 || fields[0] is 'Z' or 'X')
        {
            return null;
        }

        var parent = fields[2..];
        var space = parent.IndexOf(' ');
        return int.TryParse(space < 0 ? parent : parent[..space], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }

    private static bool HasMark(string directory, byte[] entry) => Read($"{directory}/environ").AsSpan().IndexOf(entry) >= 0;

    // A process may end while it is looked at, and another user's environment is not readable: both mean "not ours".
    private static byte[] Read(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
