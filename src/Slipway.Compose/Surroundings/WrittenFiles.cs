using Slipway.Compose.Services;

namespace Slipway.Compose.Surroundings;

/// <summary>Knows by their paths which files in a container, outside of its volumes, are data that its users miss when it is replaced.</summary>
public static class WrittenFiles
{
    /// <summary>What databases that are files are called: SQLite, H2, LMDB, Redis.</summary>
    private static readonly string[] Databases = [".sqlite", ".sqlite3", ".db", ".db3", ".mv.db", ".mdb", ".rdb", "-wal"];

    /// <summary>The folders in which applications keep what their users gave them.</summary>
    private static readonly string[] Folders = ["data", "upload", "uploads", "media", "attachments", "storage", "pb_data", "filestore"];

    /// <summary>What belongs to the system, or is made again at each start.</summary>
    private static readonly string[] System = ["etc", "usr", "proc", "sys", "dev", "bin", "lib", "sbin"];

    /// <summary>Whether a file looks like data.</summary>
    /// <param name="path">An absolute path inside of a container.</param>
    /// <returns>True for databases, and for what lies where data usually does; false for temporary files, caches and what belongs to the system.</returns>
    public static bool LookLikeData(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || System.Contains(parts[0]) || IsMadeAgain(parts))
        {
            return false;
        }

        return DataSigns.IsDataFolder(path)
            || Databases.Any(e => parts[^1].EndsWith(e, StringComparison.OrdinalIgnoreCase))
            || parts.SkipLast(1).Any(Folders.Contains);
    }

    // Hidden folders hold caches and profiles; Laravel compiles its views below storage/framework; celery writes down when it was last at work.
    private static bool IsMadeAgain(string[] parts) =>
        parts.SkipLast(1).Any(p => p[0] == '.') || parts.Contains("framework") || parts[^1].StartsWith("celerybeat-", StringComparison.Ordinal)
        || Enumerable.Range(1, parts.Length).Any(n => AnonymousVolumes.IsScratch("/" + string.Join('/', parts.Take(n))));
}
