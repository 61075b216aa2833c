using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Copies files between a service and this machine.</summary>
    /// <param name="source">What to copy; with <c>SERVICE:</c> before the path when it is in a container.</param>
    /// <param name="destination">Where to; with <c>SERVICE:</c> before the path when it is in a container.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">The source or the destination is null or empty.</exception>
    [CakeMethodAlias]
    public static void DockerComposeCp(this ICakeContext context, string source, string destination)
        => context.DockerComposeCp(source, destination, null);

    /// <summary>Copies files between a service and this machine.</summary>
    /// <param name="source">What to copy; with <c>SERVICE:</c> before the path when it is in a container.</param>
    /// <param name="destination">Where to; with <c>SERVICE:</c> before the path when it is in a container.</param>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="composeSettings">Options of compose itself, such as its files; null for none.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">The source or the destination is null or empty.</exception>
    [CakeMethodAlias]
    public static void DockerComposeCp(
        this ICakeContext context, string source, string destination, DockerComposeCpSettings? settings, DockerComposeSettings? composeSettings = null)
        => RunnerOf<DockerComposeCpSettings>(context)
            .Run("compose", composeSettings ?? new(), "cp", settings ?? new(), [Required(source), Required(destination)]);
}
