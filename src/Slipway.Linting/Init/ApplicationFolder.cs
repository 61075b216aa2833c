namespace Slipway.Linting.Init;

/// <summary>Reads the files of an application. What can't be read, is too long for a configuration, or is no text, is as if it weren't there.</summary>
/// <param name="folder">The application's folder, absolute.</param>
internal sealed class ApplicationFolder(string folder)
{
    private const int LongestFile = 1024 * 1024;
    private const int MostFiles = 1000;

    private static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 4,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.None,
    };

    /// <summary>Whether there is a folder at a path.</summary>
    public bool HasFolder(string path) => Directory.Exists(Full(path));

    /// <summary>The content of a file, or null.</summary>
    public string? ReadFile(string path)
    {
        try
        {
            var file = new FileInfo(Full(path));
            var text = file is { Exists: true, Length: <= LongestFile } ? File.ReadAllText(file.FullName) : null;
            return text?.Contains('\0', StringComparison.Ordinal) == true ? null : text;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The files in a folder and up to four below it, relative to it; none when it can't be read.</summary>
    public IReadOnlyList<string> ListFiles(string path)
    {
        var full = Full(path);
        try
        {
            return Directory.Exists(full)
                ? [.. Directory.EnumerateFiles(full, "*", Below).Take(MostFiles).Select(f => Path.GetRelativePath(full, f)).Order(StringComparer.Ordinal)]
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private string Full(string path) => Path.Combine(folder, path);
}
