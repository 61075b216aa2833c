using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Stops containers.</summary>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerStop(this ICakeContext context, params string[] containers)
        => context.DockerStop(null, containers);

    /// <summary>Stops containers.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerStop(this ICakeContext context, DockerContainerStopSettings? settings, params string[] containers)
        => RunnerOf<DockerContainerStopSettings>(context).Run("stop", settings ?? new(), Required(containers));
}
