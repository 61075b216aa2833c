using System.Security.Cryptography;
using System.Text;

namespace Slipway.Deployment.Configuration;

/// <summary>Digests of the files that services get from the application's folder, as long as these are no more than configuration is.</summary>
internal static class MountedFiles
{
    private const int MostFiles = 1000;
    private const long MostBytes = 10L << 20;

    private static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,

        // What links lead to may be outside, or the folder itself.
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <summary>Gives the digest of a file or of a folder with all that is in it.</summary>
    /// <param name="path">An absolute path.</param>
    /// <returns>Hexadecimal digits; null for what is neither, can't be read, or is more than 1,000 files or 10 MiB.</returns>
    public static string? Digest(string path)
    {
        try
        {
            return File.Exists(path) ? OfFile(new FileInfo(path)) : Directory.Exists(path) ? OfFolder(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? OfFile(FileInfo file) =>
        file.Length > MostBytes ? null

            // Whoever reads a pipe may wait for ever; it has no length.
            : Convert.ToHexStringLower(SHA256.HashData(file.Length == 0 ? [] : File.ReadAllBytes(file.FullName)));

    private static string? OfFolder(string folder)
    {
        var files = new DirectoryInfo(folder).EnumerateFiles("*", Below)
            .Select(f => (Info: f, Name: Path.GetRelativePath(folder, f.FullName)))
            .Where(f => f.Name.Split(Path.DirectorySeparatorChar)[0] is not (".slipway" or ".git"))
            .Take(MostFiles + 1)
            .ToList();
        if (files.Count > MostFiles || files.Sum(f => f.Info.Length) > MostBytes)
        {
            return null;
        }

        var text = new StringBuilder();
        foreach (var (info, name) in files.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            text.Append(name).Append('\0').Append(OfFile(info)).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
