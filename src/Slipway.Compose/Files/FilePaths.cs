namespace Slipway.Compose.Files;

/// <summary>Joins paths as compose does, without asking the disk.</summary>
internal static class FilePaths
{
    /// <summary>The folder of a file; empty for one without a folder.</summary>
    public static string FolderOf(string path) => path.LastIndexOf('/') switch
    {
        < 0 => "",
        0 => "/",
        var slash => path[..slash],
    };

    /// <summary>A path that starts from a folder, its dots resolved.</summary>
    public static string Join(string folder, string path)
    {
        var full = path.StartsWith('/') || folder.Length == 0 ? path : $"{folder}/{path}";
        var parts = new List<string>();
        foreach (var part in full.Split('/'))
        {
            if (part == ".." && parts is [.., not ".."])
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ""))
            {
                parts.Add(part);
            }
        }

        return (full.StartsWith('/') ? "/" : "") + string.Join('/', parts);
    }
}
