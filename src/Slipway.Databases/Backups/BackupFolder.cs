using System.Collections.Immutable;
using System.Globalization;

namespace Slipway.Databases.Backups;

/// <summary>The backups of one application in one folder, named so that their order is the order of time.</summary>
/// <param name="folder">The folder; it need not exist yet.</param>
/// <param name="application">The application's name.</param>
public sealed class BackupFolder(string folder, string application)
{
    private const string Extension = ".dump";
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>No backup takes this long, so an unfinished file this old belongs to a run that was killed.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    /// <summary>The path for a backup made at a time.</summary>
    /// <param name="time">When it is made; the path holds it in UTC, to the second.</param>
    /// <returns><c>folder/application-20261122T201500Z.dump</c>.</returns>
    public string PathFor(DateTimeOffset time) =>
        Path.Combine(folder, $"{application}-{time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}{Extension}");

    /// <summary>The finished backups, newest first.</summary>
    /// <returns>Their paths.</returns>
    public ImmutableArray<string> List() => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, $"{application}-*{Extension}").Where(IsOurs).OrderDescending(StringComparer.Ordinal)]
        : [];

    /// <summary>Deletes all backups but the newest, and what killed runs left behind.</summary>
    /// <param name="keep">How many to keep, at least 1.</param>
    /// <param name="time">The clock.</param>
    /// <returns>The paths of the deleted dumps.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="keep"/> is below 1.</exception>
    /// <exception cref="IOException">A file can't be deleted.</exception>
    public ImmutableArray<string> Retain(int keep, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(keep, 1);
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var superfluous = List().Skip(keep).ToImmutableArray();
        foreach (var path in superfluous)
        {
            File.Delete(path);
            File.Delete(path + BackupFile.HashExtension);
        }

        foreach (var partial in Directory.EnumerateFiles(folder, $"{application}-*{Extension}{BackupFile.PartialExtension}"))
        {
            if (time.GetUtcNow() - File.GetLastWriteTimeUtc(partial) > Abandoned)
            {
                File.Delete(partial);
            }
        }

        return superfluous;
    }

    /// <summary>Another application's name may begin with this one's: only a time may follow.</summary>
    private bool IsOurs(string path) => DateTime.TryParseExact(
        Path.GetFileNameWithoutExtension(path)[(application.Length + 1)..],
        TimeFormat,
        CultureInfo.InvariantCulture,
        DateTimeStyles.AdjustToUniversal,
        out _);
}
