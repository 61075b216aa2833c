using System.Collections.Immutable;

namespace Slipway.Compose.Services;

/// <summary>
/// The volumes of an image that no service names: the engine makes a new one for each new container, except for one that compose itself recreates.
/// </summary>
public static class AnonymousVolumes
{
    private static readonly string[] Scratch =
    [
        "tmp", "temp", "cache", ".cache", "run", "log", "logs", "node_modules", "vendor", ".venv", "venv", ".next", ".nuxt", "dist", "target", "build",
        "obj", "bin",
        "__pycache__", "bower_components", ".svelte-kit", ".turbo", ".yarn", ".pnpm-store", ".gradle", ".m2", "_build", "deps",
    ];

    /// <summary>Where package managers keep what they can fetch again.</summary>
    private static readonly string[] Packages =
    [
        "/go/pkg", "/usr/local/cargo", "/usr/local/bundle", "/root/.cargo", "/root/.npm", "/root/.bundle", "/root/.nuget", "/root/.local/share/pnpm",
        "/root/.composer", "/root/.gem", "/root/.ivy2", "/root/.sbt", "/root/.mix", "/root/.hex", "/root/.pub-cache", "/usr/local/share/.cache",
    ];

    /// <summary>Whether a path is known to hold nothing that has to outlive its container.</summary>
    /// <param name="path">An absolute path inside of a container.</param>
    /// <returns>True for what is temporary, a cache, or made by an installation.</returns>
    public static bool IsScratch(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 0 && (Scratch.Contains(parts[^1]) || parts.Contains("node_modules")
            || Packages.Any(p => path == p || path.StartsWith(p + "/", StringComparison.Ordinal))
            || parts is ["tmp" or "run", ..] or ["var", "tmp" or "cache" or "run" or "log", ..]);
    }

    /// <summary>The image's own volumes whose content a new container of a service would not have.</summary>
    /// <param name="volumes">The paths of its image's volumes.</param>
    /// <returns>Those that nothing of the service is mounted over, and that may hold data.</returns>
    public static ImmutableArray<string> Lost(ComposeService service, IEnumerable<string> volumes) =>
        [.. volumes.Select(Trimmed).Where(p => !IsScratch(p) && !service.Volumes.Any(v => Covers(v, p)) && !service.InMemory.Any(t => Trimmed(t) == p))];

    private static bool Covers(ServiceVolume volume, string path) => volume.Source is not null && Trimmed(volume.Target) == path;

    private static string Trimmed(string path) => path.Length > 1 ? path.TrimEnd('/') : path;
}
