using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Removes containers.</summary>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerRm(this ICakeContext context, params string[] containers)
        => context.DockerRm(null, containers);

    /// <summary>Removes containers.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerRm(this ICakeContext context, DockerContainerRmSettings? settings, params string[] containers)
        => RunnerOf<DockerContainerRmSettings>(context).Run("rm", settings ?? new(), Required(containers));
}
