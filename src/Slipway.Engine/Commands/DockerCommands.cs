using System.Globalization;

namespace Slipway.Engine.Commands;

/// <summary>Every command of docker, apart from compose's, that Slipway gives.</summary>
public static class DockerCommands
{
    /// <summary>Pulls an image.</summary>
    /// <returns>The command.</returns>
    public static CommandLine Pull(string image) => new(["docker", "pull", "--quiet", image]);

    /// <summary>Gives an image a further name.</summary>
    /// <param name="name">Its new name.</param>
    /// <returns>The command.</returns>
    public static CommandLine Tag(string image, string name) => new(["docker", "tag", image, name]);

    /// <summary>Takes names off images, and removes those that have none left.</summary>
    /// <returns>The command.</returns>
    public static CommandLine RemoveImages(IEnumerable<string> names) => new(["docker", "image", "rm", .. names]);

    /// <summary>Stops containers.</summary>
    /// <param name="containers">Their names.</param>
    /// <param name="seconds">Whole seconds that each gets to end; null for its own time.</param>
    /// <returns>The command.</returns>
    public static CommandLine Stop(IEnumerable<string> containers, int? seconds = null) =>
        new(["docker", "stop", .. seconds is { } time ? ["-t", time.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(), .. containers]);

    /// <summary>Starts containers.</summary>
    /// <param name="containers">Their names.</param>
    /// <returns>The command.</returns>
    public static CommandLine Start(IEnumerable<string> containers) => new(["docker", "start", .. containers]);

    /// <summary>Removes containers that have ended.</summary>
    /// <param name="containers">Their names.</param>
    /// <returns>The command.</returns>
    public static CommandLine Remove(IEnumerable<string> containers) => new(["docker", "rm", .. containers]);

    /// <summary>Runs a program in a container.</summary>
    /// <param name="container">The container's name.</param>
    /// <param name="words">The program and its arguments.</param>
    /// <returns>The command.</returns>
    public static CommandLine Execute(string container, IEnumerable<string> words) => new(["docker", "exec", container, .. words]);

    /// <summary>Prints the last lines of a container's log.</summary>
    /// <param name="container">The container's name.</param>
    /// <param name="lines">How many lines at the most.</param>
    /// <returns>The command.</returns>
    public static CommandLine Log(string container, int lines) =>
        new(["docker", "logs", "--tail", lines.ToString(CultureInfo.InvariantCulture), container]);
}
