namespace Slipway.Linting.Files;

/// <summary>Paths as the user knows them: relative to where the command runs, with forward slashes.</summary>
internal static class ShownPath
{
    public static string Of(string path, string start)
    {
        var relative = Path.GetRelativePath(start, path);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? path : relative).Replace(Path.DirectorySeparatorChar, '/');
    }
}
