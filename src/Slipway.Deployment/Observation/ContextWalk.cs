namespace Slipway.Deployment.Observation;

/// <summary>
/// Walks through a build context as the engine's client does: links are things of their own and lead nowhere, and what is neither file nor folder
/// has no content.
/// </summary>
internal static class ContextWalk
{
    /// <summary>All that is in a folder and would be sent, in the order of the paths.</summary>
    /// <param name="folder">The folder, absolute.</param>
    /// <param name="ignores">Whether a path relative to it, with forward slashes, is left out.</param>
    /// <param name="leavesOut">Whether all below a folder that is left out is left out too.</param>
    /// <returns>The paths relative to the folder; one that ends with a slash is a folder that can't be read.</returns>
    public static IReadOnlyList<string> Of(string folder, Func<string, bool> ignores, bool leavesOut)
    {
        var found = new List<string>();
        Walk(new DirectoryInfo(folder), string.Empty);
        found.Sort(StringComparer.Ordinal);
        return found;

        void Walk(DirectoryInfo directory, string prefix)
        {
            FileSystemInfo[] entries;
            try
            {
                entries = directory.GetFileSystemInfos();
            }
            catch (Exception e) when (e is UnauthorizedAccessException or IOException)
            {
                if (!ignores(prefix.TrimEnd('/')))
                {
                    found.Add(prefix);
                }

                return;
            }

            foreach (var entry in entries)
            {
                var path = prefix + entry.Name;
                var isFolder = entry is DirectoryInfo && entry.LinkTarget is null;
                if (isFolder && !(leavesOut && ignores(path)))
                {
                    Walk((DirectoryInfo)entry, path + "/");
                }
                else if (!isFolder && !ignores(path))
                {
                    found.Add(path);
                }
            }
        }
    }
}
