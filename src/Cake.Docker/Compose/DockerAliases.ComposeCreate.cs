using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Makes the containers of services and starts none.</summary>
    /// <param name="services">The services; none for all.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerComposeCreate(this ICakeContext context, params string[] services)
        => context.DockerComposeCreate(null, null, services);

    /// <summary>Makes the containers of services and starts none.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="composeSettings">Options of compose itself, such as its files; null for none.</param>
    /// <param name="services">The services; none for all.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerComposeCreate(
        this ICakeContext context, DockerComposeCreateSettings? settings, DockerComposeSettings? composeSettings = null, params string[] services)
        => RunnerOf<DockerComposeCreateSettings>(context).Run("compose", composeSettings ?? new(), "create", settings ?? new(), services);
}
