namespace Slipway.Testing;

/// <summary>The files of this repository that people read.</summary>
public static class RepositoryFile
{
    public static string PathOf(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "global.json")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("these tests run inside the repository");
        }

        return Path.Combine(folder.FullName, path);
    }

    public static string Read(string path) => File.ReadAllText(PathOf(path));
}
