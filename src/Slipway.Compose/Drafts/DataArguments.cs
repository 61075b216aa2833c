using System.Text.RegularExpressions;
using Slipway.Compose.Services;

namespace Slipway.Compose.Drafts;

/// <summary>Finds the place where a program keeps its data, where only its command says so.</summary>
internal static partial class DataArguments
{
    private static readonly string[] Settings =
        [".conf", ".yaml", ".yml", ".json", ".toml", ".ini", ".cfg", ".xml", ".properties", ".sh", ".py", ".js", ".jar"];

    /// <summary>A path in the container itself that a service's command names for its data; null when there is none.</summary>
    /// <param name="start">The words that it is started with.</param>
    public static string? Unmounted(ComposeService service, IReadOnlyList<string> start)
    {
        string[] words = [.. start.SelectMany(w => w.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        var named = words.Select((word, index) => Option().Match(word) is not { Success: true } option ? null
            : option.Groups["path"].Success ? option.Groups["path"].Value
            : index + 1 < words.Length ? words[index + 1] : null);

        // What is built here may bring such a folder along.
        var plain = service.Build is null ? words.Select(w => w[(w.IndexOf('=', StringComparison.Ordinal) + 1)..]).Where(w => Folder().IsMatch(w)) : [];
        return named.OfType<string>().Concat(plain).FirstOrDefault(path => path.StartsWith('/') && path.Length > 1
            && !Settings.Contains(Path.GetExtension(path)) && !AnonymousVolumes.IsScratch(path) && !path.StartsWith("/dev/", StringComparison.Ordinal)
            && !service.Volumes.Any(v => Covers(v.Target, path)) && !service.InMemory.Any(t => Covers(t, path)));
    }

    private static bool Covers(string target, string path) => target.TrimEnd('/') is var folder
        && (path.TrimEnd('/') == folder || path.StartsWith(folder + "/", StringComparison.Ordinal));

    [GeneratedRegex(
        @"^--?(?:[a-z]+[-_.])*(?:data|db|database|storage|store|state|wal)(?:[-_.]?(?:dir|directory|path|folder|root|file|location))?"
        + @"(?:=(?:file:(?://)?)?(?<path>.+))?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Option();

    [GeneratedRegex(@"^/(?:data|db|storage|var/lib/[^/:]+)(?:/[^:]*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Folder();
}
