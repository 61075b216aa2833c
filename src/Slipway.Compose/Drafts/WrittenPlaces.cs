using System.Collections.Immutable;
using Slipway.Compose.Services;

namespace Slipway.Compose.Drafts;

/// <summary>Tells places that a service writes to from those that only bring it a part of the application.</summary>
internal sealed class WrittenPlaces(ApplicationFacts facts)
{
    private static readonly string[] DataFolders =
    [
        "data", "db", "database", "databases", "sqlite", "storage", "store", "uploads", "upload", "media", "state", "var", "files", "backup", "backups",
        "instance", "persist",
        "persistent", "persistence", "volume", "volumes", "pgdata", "dbdata", "userdata", "userfiles", "attachments", "downloads", "library", "content",
        "work",
    ];

    private static readonly string[] DataFiles = [".db", ".db3", ".sqlite", ".sqlite3", ".s3db", ".mdb", ".realm", ".rdb", ".aof", ".bolt", ".lmdb", ".ldb"];

    /// <summary>A place that it writes to; null when there is none. What a build context holds is mounted for development, and nothing is lost
    /// there.</summary>
    public string? Of(ComposeService service) => service.Volumes
        .Where(v => v is { ReadOnly: false, Source: not null, Type: "volume" or "bind" })
        .Where(v => v.Type == "volume" || !IsSource(service, v))
        .Select(v => v.Source)
        .FirstOrDefault();

    /// <summary>Whether what is mounted is part of the application rather than data.</summary>
    private bool IsSource(ComposeService service, ServiceVolume volume) => volume.Source is ['.', ..] && !HoldsData(volume)
        && (service.Build is not null
            || volume.Target.StartsWith("/etc/", StringComparison.Ordinal) || volume.Target.StartsWith("/usr/share/", StringComparison.Ordinal)
            || Path.GetExtension(volume.Source) is ".conf" or ".yaml" or ".yml" or ".json" or ".toml" or ".ini" or ".cfg" or ".template");

    /// <summary>Whether a folder's name, or what is in it, says that the service keeps its data there.</summary>
    private bool HoldsData(ServiceVolume volume) =>
        DataFiles.Contains(Path.GetExtension(volume.Source!).ToLowerInvariant())
        || DataFolders.Contains(Path.GetFileName(volume.Source!.TrimEnd('/')).ToLowerInvariant())
        || (!volume.Target.StartsWith("/etc/", StringComparison.Ordinal)
            && DataFolders.Contains(Path.GetFileName(volume.Target.TrimEnd('/')).ToLowerInvariant()))
        || facts.ListFiles(volume.Source!).Any(file => DataFiles.Contains(Path.GetExtension(file).ToLowerInvariant())
            && !file.Contains("node_modules/", StringComparison.Ordinal));
}
