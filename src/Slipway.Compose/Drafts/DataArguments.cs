using System.Text.RegularExpressions;
using Slipway.Compose.Services;

namespace Slipway.Compose.Drafts;

/// <summary>Finds the place where a program keeps its data, where only its command says so.</summary>
internal static partial class DataArguments
{
    private static readonly string[] Settings = [".conf", ".yaml", ".yml", ".json", ".toml", ".ini", ".cfg", ".xml", ".properties", ".sh", ".py", ".js", ".jar"];

    /// <summary>A path in the container itself that a service's command names for its data; null when there is none.</summary>
    public static string? Unmounted(ComposeService service)
    {
        string[] words = [.. (service.Entrypoint ?? []).Concat(service.Command ?? []).SelectMany(w => w.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        var named = words.Select((w, i) => Option().Match(w) is not { Success: true } option ? null
            : option.Groups["path"].Success ? option.Groups["path"].Value
            : i + 1 < words.Length ? words[i + 1] : null);

        // What is built here may bring such a folder along.
        var plain = service.Build is null ? words.Select(w => w[(w.IndexOf('=', StringComparison.Ordinal) + 1)..]).Where(w => Folder().IsMatch(w)) : [];
        return named.OfType<string>().Concat(plain).FirstOrDefault(p => p.StartsWith('/') && p.Length > 1 && !Settings.Contains(Path.GetExtension(p))
            && !AnonymousVolumes.IsScratch(p) && !p.StartsWith("/dev/", StringComparison.Ordinal)
            && !service.Volumes.Any(v => Covers(v.Target, p)) && !service.InMemory.Any(t => Covers(t, p)));
    }

    private static bool Covers(string target, string path) => target.TrimEnd('/') is var folder
        && (path.TrimEnd('/') == folder || path.StartsWith(folder + "/", StringComparison.Ordinal));

    [GeneratedRegex(
        @"^--?(?:[a-z]+[-_.])*(?:data|db|database|storage|store|state|wal)(?:[-_.]?(?:dir|directory|path|folder|root|file|location))?(?:=(?:file:(?://)?)?(?<path>.+))?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Option();

    [GeneratedRegex(@"^/(?:data|db|storage|var/lib/[^/:]+)(?:/[^:]*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Folder();
}
