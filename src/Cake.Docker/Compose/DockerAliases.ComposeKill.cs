using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Kills the containers of all services.</summary>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerComposeKill(this ICakeContext context)
        => context.DockerComposeKill(null);

    /// <summary>Kills the containers of all services.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="composeSettings">Options of compose itself, such as its files; null for none.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerComposeKill(this ICakeContext context, DockerComposeKillSettings? settings, DockerComposeSettings? composeSettings = null)
        => RunnerOf<DockerComposeKillSettings>(context).Run("compose", composeSettings ?? new(), "kill", settings ?? new(), []);
}
