using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Reads the standard output of a container.</summary>
    /// <returns>The lines.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerLogs(this ICakeContext context, string container)
        => context.DockerLogs(null, container);

    /// <summary>Reads the standard output of a container.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <returns>The lines.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerLogs(this ICakeContext context, DockerContainerLogsSettings? settings, string container)
        => RunnerOf<DockerContainerLogsSettings>(context).RunWithResult("logs", settings ?? new(), l => l.ToArray(), Required(container));
}
