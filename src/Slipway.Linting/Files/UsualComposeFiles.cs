namespace Slipway.Linting.Files;

/// <summary>The compose files that compose takes by itself, in the order in which it looks for them (docs.docker.com, "Compose file").</summary>
internal static class UsualComposeFiles
{
    /// <summary>The names of an application's file; the first one that is there counts.</summary>
    public static IReadOnlyList<string> Names { get; } = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

    private static IReadOnlyList<string> Overrides { get; } =
        ["compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml"];

    /// <summary>Those of a folder.</summary>
    /// <returns>Their names: the application's file, then the one that overrides it, if any; nothing without the first.</returns>
    public static string[] In(string folder) =>
        [.. new[] { Names, Overrides }.Select(l => l.FirstOrDefault(n => File.Exists(Path.Combine(folder, n)))).TakeWhile(n => n is not null).Select(n => n!)];
}
