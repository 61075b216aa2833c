using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Builds the images of services.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="composeSettings">Options of compose itself, such as its files; null for none.</param>
    /// <param name="services">The services; none for all.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerComposeBuild(
        this ICakeContext context, DockerComposeBuildSettings? settings, DockerComposeSettings? composeSettings = null, params string[] services)
        => RunnerOf<DockerComposeBuildSettings>(context).Run("compose", composeSettings ?? new(), "build", settings ?? new(), services);
}
