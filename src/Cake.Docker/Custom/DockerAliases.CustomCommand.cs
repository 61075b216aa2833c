using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Runs any docker command.</summary>
    /// <param name="command">The command with its arguments, as on a command line.</param>
    /// <returns>The lines of the standard output.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerCustomCommand(this ICakeContext context, string command)
        => context.DockerCustomCommand(null, command);

    /// <summary>Runs any docker command.</summary>
    /// <param name="settings">How to run docker; null for nothing special.</param>
    /// <param name="command">The command with its arguments, as on a command line.</param>
    /// <returns>The lines of the standard output.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerCustomCommand(this ICakeContext context, DockerCustomCommandSettings? settings, string command)
    {
        var parts = Required(command).Trim().Split(' ', 2);
        return RunnerOf<DockerCustomCommandSettings>(context).RunVerbatim(parts[0], settings ?? new(), parts.Length > 1 ? parts[1] : string.Empty);
    }
}
