using System.Security.Cryptography;
using System.Text;
using Slipway.Deployment.Configuration.Mounts;

namespace Slipway.Deployment.Observation.Mounts;

/// <summary>Looks at what lies on this machine where the compose file mounts from.</summary>
/// <param name="folder">The application's folder.</param>
internal sealed class LocalSources(string folder)
{
    /// <summary>The most files that are copied for one mount.</summary>
    public const int MostFiles = 10_000;

    /// <summary>The most bytes that are copied for one mount.</summary>
    public const long MostBytes = 100L << 20;

    private const int Beginning = 8_000;

    private static readonly EnumerationOptions All = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

    private readonly Dictionary<string, (LocalSource? Found, string? Problem)> _known = new(StringComparer.Ordinal);

    /// <summary>Looks at one.</summary>
    /// <param name="path">Its path, relative to the application's folder or absolute.</param>
    /// <returns>What it is, or why it can't be copied; neither when there is nothing.</returns>
    public (LocalSource? Found, string? Problem) Find(string path)
    {
        if (!_known.TryGetValue(path, out var found))
        {
            found = Look(path);
            _known[path] = found;
        }

        return found;
    }

    private (LocalSource? Found, string? Problem) Look(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(folder, path)));
        try
        {
            full = File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
            return File.Exists(full) ? (OfFile(path, full), null) : Directory.Exists(full) ? OfFolder(path, full) : (null, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, $"it can't be read: {e.Message}");
        }
    }

    private static LocalSource OfFile(string path, string full)
    {
        var file = new FileInfo(full);
        using var content = file.OpenRead();
        var beginning = new byte[Beginning];
        var isText = !beginning.AsSpan(..content.ReadAtLeast(beginning, Beginning, throwOnEndOfStream: false)).Contains((byte)0);
        return new LocalSource(path, full, IsFolder: false, Digest([Line(full, full)]), 1, file.Length, isText);
    }

    private static (LocalSource? Found, string? Problem) OfFolder(string path, string full)
    {
        var entries = Directory.EnumerateFileSystemEntries(full, "*", All).Take(MostFiles + 1).Order(StringComparer.Ordinal).ToList();
        List<FileInfo> files = [.. entries.Where(e => new FileInfo(e) is { LinkTarget: null, Exists: true }).Select(e => new FileInfo(e))];
        var bytes = files.Sum(f => f.Length);
        return entries.Count > MostFiles || bytes > MostBytes
            ? (null, $"it is more than {MostFiles} files or {MostBytes >> 20} MiB")
            : (new LocalSource(path, full, IsFolder: true, Digest(entries.Select(e => Line(full, e))), files.Count, bytes, IsText: false), null);
    }

    private static string Line(string root, string entry)
    {
        var info = new FileInfo(entry);
        var mode = OperatingSystem.IsWindows() ? UnixFileMode.None : info.UnixFileMode;
        return $"{Path.GetRelativePath(root, entry)}\0{(int)mode}\0"
            + (info.LinkTarget ?? (info.Exists ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(entry))) : "/"));
    }

    private static string Digest(IEnumerable<string> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
}
