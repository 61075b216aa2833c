namespace Slipway.Compose.Files;

/// <summary>Includes that lead back to where they began.</summary>
internal static class FileCircle
{
    /// <summary>The reference that closes a circle, or null when there is none.</summary>
    public static FileReference? In(IReadOnlyList<ComposeFile> files, Func<string, string?> variable)
    {
        var includes = files.Where(f => !f.IsExtended)
            .ToDictionary(f => f.Location, f => FileReferences.Of(f, variable).Where(r => !r.IsExtends).ToList(), StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        return includes.Keys.Select(f => Closing(f, [], done, includes)).FirstOrDefault(r => r is not null);
    }

    private static FileReference? Closing(string file, HashSet<string> way, HashSet<string> done, Dictionary<string, List<FileReference>> includes)
    {
        if (done.Contains(file) || !includes.TryGetValue(file, out var references))
        {
            return null;
        }

        way.Add(file);
        var closing = references.Select(r => way.Contains(r.Location) ? r : Closing(r.Location, way, done, includes)).FirstOrDefault(r => r is not null);
        way.Remove(file);
        done.Add(file);
        return closing;
    }
}
