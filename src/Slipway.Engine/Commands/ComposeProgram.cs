namespace Slipway.Engine.Commands;

/// <summary>
/// How <c>docker compose</c> is started. Docker first looks at all of its plugins, which takes longer than compose needs to read
/// its files, so the plugin is called directly where docker would find it (docs.docker.com, "Install the plugin manually").
/// </summary>
internal static class ComposeProgram
{
    private static readonly string? Plugin = Find();

    /// <summary>The words that start a command.</summary>
    /// <returns>The program and its arguments.</returns>
    public static IReadOnlyList<string> Words(CommandLine command) =>
        Runs(command) && Plugin is { } plugin ? [plugin, .. command.Arguments.Skip(2)] : command.Arguments;

    /// <summary>
    /// What spares compose the collection of garbage, a quarter of its time, until it holds 256 MiB (pkg.go.dev/runtime,
    /// "Environment Variables").
    /// </summary>
    /// <returns>The variables; none for other programs.</returns>
    public static IReadOnlyDictionary<string, string> Variables(CommandLine command) =>
        Runs(command) ? new Dictionary<string, string> { ["GOGC"] = "off", ["GOMEMLIMIT"] = "256MiB" } : new Dictionary<string, string>();

    private static bool Runs(CommandLine command) => command.Arguments is ["docker", "compose", ..];

    private static string? Find()
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
