using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Restarts services.</summary>
    /// <param name="services">The services; none for all.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerComposeRestart(this ICakeContext context, params string[] services)
        => context.DockerComposeRestart(null, null, services);

    /// <summary>Restarts services.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="composeSettings">Options of compose itself, such as its files; null for none.</param>
    /// <param name="services">The services; none for all.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerComposeRestart(
        this ICakeContext context, DockerComposeRestartSettings? settings, DockerComposeSettings? composeSettings = null, params string[] services)
        => RunnerOf<DockerComposeRestartSettings>(context).Run("compose", composeSettings ?? new(), "restart", settings ?? new(), services);
}
