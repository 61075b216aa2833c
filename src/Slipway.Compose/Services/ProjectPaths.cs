namespace Slipway.Compose.Services;

/// <summary>Makes paths below the application's folder relative to it.</summary>
internal sealed class ProjectPaths
{
    private readonly string? _directory;

    public ProjectPaths(string? directory) => _directory = directory is null ? null : Path.TrimEndingDirectorySeparator(directory);

    public string Relative(string path)
    {
        if (_directory is null || !path.StartsWith(_directory, StringComparison.Ordinal))
        {
            return path;
        }

        if (path.Length == _directory.Length)
        {
            return ".";
        }

        return path[_directory.Length] == '/' ? "." + path[_directory.Length..] : path;
    }

    public bool IsBelow(string path) => !ReferenceEquals(Relative(path), path);
}
