using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Copies files between a container and this machine.</summary>
    /// <param name="from">What to copy; with <c>CONTAINER:</c> before the path when it is in a container.</param>
    /// <param name="to">Where to; with <c>CONTAINER:</c> before the path when it is in a container.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">Where from or where to is null or empty.</exception>
    [CakeMethodAlias]
    public static void DockerCp(this ICakeContext context, string from, string to)
        => context.DockerCp(from, to, null);

    /// <summary>Copies files between a container and this machine.</summary>
    /// <param name="from">What to copy; with <c>CONTAINER:</c> before the path when it is in a container.</param>
    /// <param name="to">Where to; with <c>CONTAINER:</c> before the path when it is in a container.</param>
    /// <param name="settings">The options; null for none.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">Where from or where to is null or empty.</exception>
    [CakeMethodAlias]
    public static void DockerCp(this ICakeContext context, string from, string to, DockerContainerCpSettings? settings)
        => RunnerOf<DockerContainerCpSettings>(context).Run("cp", settings ?? new(), [Required(from), Required(to)]);
}
