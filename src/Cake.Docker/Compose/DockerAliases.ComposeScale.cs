using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Sets how many containers services have.</summary>
    /// <param name="services">Each a service and a number, as in <c>worker=3</c>.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerComposeScale(this ICakeContext context, params string[] services)
        => context.DockerComposeScale(null, null, services);

    /// <summary>Sets how many containers services have.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="composeSettings">Options of compose itself, such as its files; null for none.</param>
    /// <param name="services">Each a service and a number, as in <c>worker=3</c>.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerComposeScale(
        this ICakeContext context, DockerComposeScaleSettings? settings, DockerComposeSettings? composeSettings = null, params string[] services)
        => RunnerOf<DockerComposeScaleSettings>(context).Run("compose", composeSettings ?? new(), "scale", settings ?? new(), services);
}
