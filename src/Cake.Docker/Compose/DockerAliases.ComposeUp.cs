using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Creates and starts services.</summary>
    /// <param name="services">The services; none for all.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerComposeUp(this ICakeContext context, params string[] services)
        => context.DockerComposeUp(null, null, services);

    /// <summary>Creates and starts services.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="composeSettings">Options of compose itself, such as its files; null for none.</param>
    /// <param name="services">The services; none for all.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerComposeUp(
        this ICakeContext context, DockerComposeUpSettings? settings, DockerComposeSettings? composeSettings = null, params string[] services)
        => RunnerOf<DockerComposeUpSettings>(context).Run("compose", composeSettings ?? new(), "up", settings ?? new(), services);
}
