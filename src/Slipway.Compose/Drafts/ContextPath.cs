namespace Slipway.Compose.Drafts;

/// <summary>Paths of files in a build context, relative to the application's folder.</summary>
internal static class ContextPath
{
    /// <summary>Joins a folder and what is below it; a leading <c>./</c> is left out.</summary>
    public static string Join(string folder, string path)
    {
        var parent = folder.TrimEnd('/');
        parent = parent.StartsWith("./", StringComparison.Ordinal) ? parent[2..] : parent;
        return parent is "." or "" ? path : $"{parent}/{path}";
    }
}
