using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Removes the containers of services that are stopped. Without <see cref="DockerComposeRmSettings.Force"/> compose asks first.</summary>
    /// <param name="services">The services; none for all.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerComposeRm(this ICakeContext context, params string[] services)
        => context.DockerComposeRm(null, null, services);

    /// <summary>Removes the containers of services that are stopped. Without <see cref="DockerComposeRmSettings.Force"/> compose asks first.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="composeSettings">Options of compose itself, such as its files; null for none.</param>
    /// <param name="services">The services; none for all.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerComposeRm(
        this ICakeContext context, DockerComposeRmSettings? settings, DockerComposeSettings? composeSettings = null, params string[] services)
        => RunnerOf<DockerComposeRmSettings>(context).Run("compose", composeSettings ?? new(), "rm", settings ?? new(), services);
}
