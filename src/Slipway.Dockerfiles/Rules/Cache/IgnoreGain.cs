using System.Globalization;
using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Ignoring;

namespace Slipway.Dockerfiles.Rules.Cache;

/// <summary>What an ignore file would have saved.</summary>
internal static class IgnoreGain
{
    /// <summary>Tells the gain.</summary>
    /// <param name="build">What is known of the context.</param>
    /// <param name="file">The text of the ignore file, or null for one that only leaves out the repository.</param>
    /// <returns>A part of a sentence that begins with a comma or colon, or an empty one when there is no gain.</returns>
    public static string Of(BuildContext build, string? file)
    {
        var ignore = file is null ? IgnoreFile.Empty.With(".git") : IgnoreFile.Parse(file);
        var current = build.Ignore ?? IgnoreFile.Empty;
        var bytes = build.Files!.Where(f => ignore.Ignores(f.Path) && !current.Ignores(f.Path)).Sum(f => f.Length)
            + (ignore.Ignores(".git") && !current.Ignores(".git") ? build.RepositoryBytes : 0);
        var commits = build.Commits.Count(c => c.Count > 0 && c.All(ignore.Ignores) && !c.All(current.Ignores));
        var saved = bytes > 0 ? string.Create(CultureInfo.InvariantCulture, $": {Size(bytes)} are sent that the build doesn't need") : string.Empty;
        return commits == 0
            ? saved
            : string.Create(CultureInfo.InvariantCulture, $"{saved}, and {commits} of the last {build.Commits.Count} commits changed nothing else");
    }

    private static string Size(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000d:0.#} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000d:0.#} MB"),
    };
}
