using System.Globalization;

namespace Slipway.Engine.Commands;

/// <summary>A compose project, and every command of docker compose that Slipway gives for one.</summary>
/// <param name="Name">The project's name; null lets compose choose it.</param>
/// <param name="Files">Its compose files, relative to the folder, each over those before it.</param>
/// <param name="Folder">The project's folder, absolute; commands are run in it.</param>
public sealed record ComposeProject(string? Name, IReadOnlyList<string> Files, string Folder)
{
    private static readonly string[] AllProfiles = ["--profile", "*"];

    /// <summary>The command that prints compose's version alone.</summary>
    public static CommandLine Version { get; } = new(["docker", "compose", "version", "--short"]);

    /// <summary>The project with one more file over the others.</summary>
    /// <param name="file">The file, relative to the folder.</param>
    /// <returns>The project.</returns>
    public ComposeProject With(string file) => this with { Files = [.. Files, file] };

    /// <summary>Prints the configuration as JSON, with every variable filled in and all profiles.</summary>
    /// <returns>The command.</returns>
    public CommandLine Config() => Command([.. AllProfiles, "config", "--format", "json"]);

    /// <summary>Prints of each service the hash by which compose sees that its definition changed.</summary>
    /// <returns>The command.</returns>
    public CommandLine ConfigHashes() => Command([.. AllProfiles, "config", "--hash", "*"]);

    /// <summary>Builds the images of services.</summary>
    /// <returns>The command.</returns>
    public CommandLine Build(IEnumerable<string> services) => Command(["build", .. services]);

    /// <summary>Pulls the images of services.</summary>
    /// <returns>The command.</returns>
    public CommandLine Pull(IEnumerable<string> services) => Command(["pull", "--quiet", .. services]);

    /// <summary>Creates the containers of services without starting them.</summary>
    /// <param name="services">The services, whose images are there.</param>
    /// <param name="force">Whether containers that are there are made anew in any case.</param>
    /// <returns>The command.</returns>
    public CommandLine Create(IEnumerable<string> services, bool force) =>
        Command(["up", "--no-start", "--no-deps", "--no-build", .. force ? ["--force-recreate"] : Array.Empty<string>(), .. services]);

    /// <summary>Starts services whose images are there, and nothing that they depend on.</summary>
    /// <returns>The command.</returns>
    public CommandLine Start(IEnumerable<string> services) => Command(["up", "-d", "--no-deps", "--no-build", .. services]);

    /// <summary>Starts services, recreates those whose definition changed, and waits until they run and are healthy.</summary>
    /// <returns>The command.</returns>
    public CommandLine UpAndWait(IEnumerable<string> services) => Command(["up", "-d", "--no-deps", "--wait", .. services]);

    /// <summary>Starts a service, or recreates it if its definition changed.</summary>
    /// <param name="stopSeconds">Whole seconds that a running container gets to end; null for its own time.</param>
    /// <returns>The command.</returns>
    public CommandLine Up(string service, int? stopSeconds = null) =>
        Command(["up", "-d", "--no-deps", .. stopSeconds is { } seconds ? ["-t", Text(seconds)] : Array.Empty<string>(), service]);

    /// <summary>Brings a service to a number of replicas without touching those that run, and waits for them.</summary>
    /// <param name="replicas">How many.</param>
    /// <returns>The command.</returns>
    public CommandLine Scale(string service, int replicas) =>
        Command("up", "-d", "--no-deps", "--no-recreate", "--no-build", "--wait", "--scale", $"{service}={Text(replicas)}", service);

    /// <summary>Stops and removes the containers of services.</summary>
    /// <returns>The command.</returns>
    public CommandLine Remove(IEnumerable<string> services) => Command(["rm", "--stop", "--force", .. services]);

    /// <summary>Runs a service once, as a job, and removes its container.</summary>
    /// <returns>The command.</returns>
    public CommandLine RunJob(string service) => Command("run", "--rm", "--no-deps", "-T", service);

    private CommandLine Command(params IEnumerable<string> arguments) => new(
        ["docker", "compose", .. Name is null ? Array.Empty<string>() : ["-p", Name], .. Files.SelectMany(f => new[] { "-f", f }), .. arguments],
        Folder: Folder);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
