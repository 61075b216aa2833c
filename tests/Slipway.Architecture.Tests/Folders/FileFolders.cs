namespace Slipway.Architecture.Tests.Folders;

/// <summary>The folders of types whose namespaces don't follow them, told by the files that have their names; spelt like namespaces.</summary>
internal sealed class FileFolders
{
    private readonly Dictionary<string, string> _folders;

    public FileFolders(string project)
    {
        // A type that lies in several folders is a part of each.
        _folders = Repository.Sources(project)
            .Select(f => f.Path[(project.Length + 1)..])
            .GroupBy(p => p[(p.LastIndexOf('/') + 1)..].Split('.', '{')[0], p => p[..Math.Max(0, p.LastIndexOf('/'))])
            .Where(g => g.Distinct().Count() == 1)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    /// <summary>The arrows among types that lie in one folder each, their names as if the namespaces followed the folders.</summary>
    public IEnumerable<TypeArrow> Place(string rootNamespace, IEnumerable<TypeArrow> arrows) =>
        arrows.Select(a => (From: Placed(rootNamespace, a.From), To: Placed(rootNamespace, a.To)))
            .Where(a => a.From is not null && a.To is not null)
            .Select(a => new TypeArrow(a.From!, a.To!));

    private string? Placed(string rootNamespace, string type)
    {
        var name = type[(type.LastIndexOf('.') + 1)..].Split('`')[0];
        return _folders.TryGetValue(name, out var folder) ? string.Join('.', [rootNamespace, .. folder.Split('/', StringSplitOptions.RemoveEmptyEntries), name]) : null;
    }
}
