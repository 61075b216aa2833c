namespace Slipway.Dockerfiles.Stages;

/// <summary>Paths within an image, which have forward slashes wherever the build runs.</summary>
internal static class ContainerPath
{
    public static string Join(string folder, string path) => path.StartsWith('/') ? Clean(path) : Clean(folder + "/" + path);

    /// <summary>Without empty, <c>.</c> and <c>..</c> segments and without a slash at the end.</summary>
    public static string Clean(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.Split('/'))
        {
            if (segment is "" or ".")
            {
                continue;
            }

            if (segment != "..")
            {
                segments.Add(segment);
            }
            else if (segments is [.., not ".."])
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (!path.StartsWith('/'))
            {
                segments.Add(segment);
            }
        }

        var clean = string.Join('/', segments);
        return path.StartsWith('/') ? "/" + clean : clean.Length == 0 ? "." : clean;
    }

    /// <summary>Whether a path is a folder or lies below it.</summary>
    public static bool IsWithin(string path, string folder) =>
        folder is "/" or "." || path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal);
}
