namespace Slipway.Commands;

/// <summary>
/// How compose is called to read its files. <c>docker compose</c> first looks at all plugins of docker, which takes as long as
/// the reading itself, so the plugin is called directly where docker would find it (docs.docker.com, "Install the plugin manually").
/// </summary>
internal static class ComposeProgram
{
    /// <summary>The words that a command of compose begins with.</summary>
    public static IReadOnlyList<string> Words { get; } = Plugin() is { } path ? [path] : ["docker", "compose"];

    private static string? Plugin()
    {
        var own = Environment.GetEnvironmentVariable("DOCKER_CONFIG") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".docker");

        // Further folders may be named there: then docker itself has to look.
        var settings = Path.Combine(own, "config.json");
        return File.Exists(settings) && File.ReadAllText(settings).Contains("cliPluginsExtraDirs", StringComparison.Ordinal)
            ? null
            : new[] { own, "/usr/local/lib/docker", "/usr/local/libexec/docker", "/usr/lib/docker", "/usr/libexec/docker" }
                .Select(f => Path.Combine(f, "cli-plugins", "docker-compose"))
                .FirstOrDefault(File.Exists);
    }
}
