namespace Slipway.Architecture.Tests.Folders;

/// <summary>Finds folders that refer to each other in a circle.</summary>
/// <remarks>
/// Namespaces are the folders. Compared are folders beside each other, each with all that lies below it, so a folder and its own sub-folders
/// may know each other. What lies in no folder, at the assembly's root, is a room of its own among the top folders.
/// </remarks>
internal static class FolderCircles
{
    /// <summary>The name of the room that is the assembly's root.</summary>
    public const string Root = "(root)";

    public static IReadOnlyList<FolderCircle> In(string rootNamespace, IEnumerable<TypeArrow> arrows) =>
        [.. arrows.Select(a => (Types: a, Folders: Beside(Folders(rootNamespace, a.From), Folders(rootNamespace, a.To))))
            .Where(a => a.Folders is not null)
            .GroupBy(a => a.Folders!.Value, a => a.Types)
            .Select(g => new FolderArrow(g.Key.From, g.Key.To, [.. g.OrderBy(t => t.From, StringComparer.Ordinal).ThenBy(t => t.To, StringComparer.Ordinal)]))
            .GroupBy(a => a.From[..(a.From.LastIndexOf('/') + 1)])
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .SelectMany(g => AtOneLevel([.. g]))];

    private static IEnumerable<FolderCircle> AtOneLevel(IReadOnlyList<FolderArrow> arrows)
    {
        var next = arrows.ToLookup(a => a.From, a => a.To);
        var reached = arrows.Select(a => a.From).Distinct().ToDictionary(f => f, f => Reach(f, next));
        return arrows.Where(a => reached.TryGetValue(a.To, out var back) && back.ContainsKey(a.From))
            .GroupBy(a => reached[a.From].Keys.Where(f => reached.TryGetValue(f, out var back) && back.ContainsKey(a.From)).Min(StringComparer.Ordinal)!)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new FolderCircle(
                g.Select(a => Round(a.From, reached[a.From])).OrderBy(p => p.Count).ThenBy(p => p[0], StringComparer.Ordinal).First(),
                [.. g.OrderBy(a => a.Types.Count).ThenBy(a => a.From, StringComparer.Ordinal)]));
    }

    // Breadth first, so that the way to each folder that is kept is a shortest one.
    private static Dictionary<string, string> Reach(string start, ILookup<string, string> next)
    {
        var before = new Dictionary<string, string>();
        var queue = new Queue<string>([start]);
        while (queue.TryDequeue(out var folder))
        {
            foreach (var found in next[folder].Where(f => before.TryAdd(f, folder)))
            {
                queue.Enqueue(found);
            }
        }

        return before;
    }

    private static List<string> Round(string folder, Dictionary<string, string> before)
    {
        List<string> path = [folder];
        do
        {
            path.Insert(0, before[path[0]]);
        }
        while (path[0] != folder);
        return path;
    }

    private static string[]? Folders(string rootNamespace, string type)
    {
        var space = type[..Math.Max(0, type.LastIndexOf('.'))];
        return space == rootNamespace ? [Root]
            : space.StartsWith(rootNamespace + ".", StringComparison.Ordinal) ? space[(rootNamespace.Length + 1)..].Split('.')
            : null;
    }

    private static (string From, string To)? Beside(string[]? from, string[]? to)
    {
        if (from is null || to is null)
        {
            return null;
        }

        var shared = from.Zip(to).TakeWhile(p => p.First == p.Second).Count();
        return shared == from.Length || shared == to.Length ? null : (string.Join('/', from.Take(shared + 1)), string.Join('/', to.Take(shared + 1)));
    }
}
