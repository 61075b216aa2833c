using System.IO.Enumeration;

namespace Slipway.Linting.Init;

/// <summary>Reads the files of an application. What can't be read, is too long for a configuration, or is no text, is as if it weren't there.</summary>
/// <param name="folder">The application's folder, absolute.</param>
internal sealed class ApplicationFolder(string folder)
{
    private const int LongestFile = 1024 * 1024;
    private const int MostFiles = 2000;

    private static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 8,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.None,
    };

    private readonly Dictionary<string, IReadOnlyList<string>> _listed = new(StringComparer.Ordinal);

    /// <summary>Whether there is a folder at a path.</summary>
    public bool HasFolder(string path) => Directory.Exists(Full(path));

    /// <summary>The content of a file, or null.</summary>
    public string? ReadFile(string path)
    {
        try
        {
            var file = new FileInfo(Full(path));

            // A pipe has no length, and whoever reads it may wait for ever.
            var text = file is { Exists: true, Length: <= LongestFile } ? (file.Length == 0 ? string.Empty : File.ReadAllText(file.FullName)) : null;
            return text?.Contains('\0', StringComparison.Ordinal) == true ? null : text;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The files in a folder and up to eight below it, relative to it; none when it can't be read.</summary>
    public IReadOnlyList<string> ListFiles(string path)
    {
        if (!_listed.TryGetValue(path, out var files))
        {
            files = List(Full(path));
            _listed[path] = files;
        }

        return files;
    }

    private static IReadOnlyList<string> List(string full)
    {
        try
        {
            return Directory.Exists(full)
                ? [.. FilesIn(full).Take(MostFiles).Select(f => Path.GetRelativePath(full, f)).Order(StringComparer.Ordinal)]
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // Links to folders lead outside, or in circles.
    private static FileSystemEnumerable<string> FilesIn(string folder) => new(folder, (ref e) => e.ToFullPath(), Below)
    {
        ShouldIncludePredicate = (ref e) => !e.IsDirectory,
        ShouldRecursePredicate = (ref e) => (e.Attributes & FileAttributes.ReparsePoint) == 0 && e.FileName is not (".git" or "node_modules"),
    };

    private string Full(string path) => Path.Combine(folder, path);
}
