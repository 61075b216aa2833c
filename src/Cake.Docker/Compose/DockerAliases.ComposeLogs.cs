using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Reads the logs of a project.</summary>
    /// <returns>The lines.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerComposeLogs(this ICakeContext context)
        => context.DockerComposeLogs(null);

    /// <summary>Reads the logs of a project.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="composeSettings">Options of compose itself, such as its files; null for none.</param>
    /// <returns>The lines.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerComposeLogs(
        this ICakeContext context, DockerComposeLogsSettings? settings, DockerComposeSettings? composeSettings = null)
        => RunnerOf<DockerComposeLogsSettings>(context)
            .RunWithResult("compose", composeSettings ?? new(), "logs", settings ?? new(), l => l.ToArray());
}
