using System.Text.RegularExpressions;
using Slipway.Compose.Services;

namespace Slipway.Compose.Drafts;

/// <summary>Finds SQLite databases that only a service's environment tells of.</summary>
internal static partial class SqliteFiles
{
    private const string Somewhere = "SQLite";

    /// <summary>The database of a service that is in the container itself, as its path or by its kind alone; null when there is none.</summary>
    public static string? Unmounted(ComposeService service)
    {
        foreach (var name in service.Environment.Names)
        {
            if (service.Environment.TryGet(name, out var value) && !value.Contains(":memory:", StringComparison.Ordinal) && FileIn(name, value) is { } file
                && !service.Volumes.Any(v => Covers(v, file)))
            {
                return file;
            }
        }

        return null;
    }

    /// <summary>The same, in the environment that its Dockerfile gives it.</summary>
    public static string? Unmounted(ComposeService service, string? dockerfile) => Environment().Matches(dockerfile ?? "")
        .SelectMany(l => Assignment().Matches(l.Value))
        .Where(a => !service.Environment.Names.Contains(a.Groups["name"].Value))
        .Select(a => FileIn(a.Groups["name"].Value, a.Groups["value"].Value.Trim('"', '\'')))
        .FirstOrDefault(f => f is not null && !f.Contains(":memory:", StringComparison.Ordinal) && !service.Volumes.Any(v => Covers(v, f)));

    [GeneratedRegex(@"^[ \t]*ENV[ \t](?:[^\n]*\\\r?\n)*[^\n]*", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Environment();

    [GeneratedRegex(@"(?<name>\w+)=(?<value>""[^""]*""|'[^']*'|\S+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Assignment();

    private static string? FileIn(string name, string value) =>
        Address().Match(value) is { Success: true } address ? address.Groups["path"].Value
        : Kind().IsMatch(name) && value is "sqlite" or "sqlite3" or "better-sqlite3" ? Somewhere
        : null;

    // Where the file is isn't known without a path, or with one that is relative: any volume may be the place.
    private static bool Covers(ServiceVolume volume, string file) => volume.Source is not null && volume.Type is "volume" or "bind"
        && (!file.StartsWith('/') || file.StartsWith(volume.Target.TrimEnd('/') + "/", StringComparison.Ordinal) || file == volume.Target);

    [GeneratedRegex(@"^(?:sqlite3?(?:\+\w+)?:(?://)?/?|file:|.*Data ?Source=)(?<path>/?[^?;]+\.(?:db|db3|sqlite|sqlite3|s3db))(?:[?;].*)?$"
        + @"|^jdbc:(?:h2:(?:file:)?|hsqldb:file:|derby:(?=/))(?<path>[/~.][^;?]*)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(
        @"^(?:DB|DATABASE)_?(?:CONNECTION|CLIENT|TYPE|ENGINE|DRIVER|VENDOR|PROVIDER|DIALECT)$|__(?:client|CLIENT|DB_TYPE)$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Kind();
}
