using System.Globalization;

namespace Slipway.Engine.Commands;

/// <summary>A compose project, and the commands for one that <see cref="IDockerCommandLines"/> does not make.</summary>
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

    /// <summary>Creates containers of a service until it has so many, without starting them or touching those that are there.</summary>
    /// <param name="replicas">How many, those that are there counted, whether they run or not.</param>
    /// <returns>The command. Compose numbers what it creates on from the highest number that there is.</returns>
    public CommandLine CreateReplicas(string service, int replicas) =>
        Command("up", "--no-start", "--no-deps", "--no-build", "--no-recreate", "--scale", $"{service}={Text(replicas)}", service);

    /// <summary>Creates containers of services beside those that are there, without starting them or touching the others.</summary>
    /// <param name="services">Each service, and how many containers of it there are then, whether they run or not.</param>
    /// <returns>The command. Compose numbers what it creates on from the highest number that there is.</returns>
    public CommandLine CreateBeside(IEnumerable<(string Service, int Count)> services)
    {
        var all = services.ToList();
        return Command(
        [
            "up", "--no-start", "--no-deps", "--no-build", "--no-recreate",
            .. all.Where(s => s.Count > 1).SelectMany(s => new[] { "--scale", $"{s.Service}={Text(s.Count)}" }),
            .. all.Select(s => s.Service),
        ]);
    }

    /// <summary>Runs a service once, as a job, and removes its container.</summary>
    /// <returns>The command.</returns>
    public CommandLine RunJob(string service) => Command("run", "--rm", "--no-deps", "-T", service);

    private CommandLine Command(params IEnumerable<string> arguments) => new(
        ["docker", "compose", .. Name is null ? Array.Empty<string>() : ["-p", Name], .. Files.SelectMany(f => new[] { "-f", f }), .. arguments],
        Folder: Folder);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
