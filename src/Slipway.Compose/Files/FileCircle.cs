namespace Slipway.Compose.Files;

/// <summary>Includes that lead back to where they began.</summary>
internal static class FileCircle
{
    /// <summary>The reference that closes a circle, or null when there is none.</summary>
    public static FileReference? In(IReadOnlyList<ComposeFile> files, Func<string, string?> variable)
    {
        var includes = files.Where(file => !file.IsExtended)
            .ToDictionary(file => file.Location, file => FileReferences.Of(file, variable).Where(reference => !reference.IsExtends).ToList(), StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        return includes.Keys.Select(file => Closing(file, [], done, includes)).FirstOrDefault(reference => reference is not null);
    }

    private static FileReference? Closing(string file, HashSet<string> way, HashSet<string> done, Dictionary<string, List<FileReference>> includes)
    {
        if (done.Contains(file) || !includes.TryGetValue(file, out var references))
        {
            return null;
        }

        way.Add(file);
        var closing = references.Select(reference => way.Contains(reference.Location) ? reference : Closing(reference.Location, way, done, includes)).FirstOrDefault(reference => reference is not null);
        way.Remove(file);
        done.Add(file);
        return closing;
    }
}
