using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Stops and removes the containers and networks of a project.</summary>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerComposeDown(this ICakeContext context)
        => context.DockerComposeDown(null);

    /// <summary>Stops and removes the containers and networks of a project.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="composeSettings">Options of compose itself, such as its files; null for none.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerComposeDown(this ICakeContext context, DockerComposeDownSettings? settings, DockerComposeSettings? composeSettings = null)
        => RunnerOf<DockerComposeDownSettings>(context).Run("compose", composeSettings ?? new(), "down", settings ?? new(), []);
}
