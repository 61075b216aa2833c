using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Starts containers that exist.</summary>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">No container is named.</exception>
    [CakeMethodAlias]
    public static void DockerStart(this ICakeContext context, params string[] containers)
        => context.DockerStart(null, containers);

    /// <summary>Starts containers that exist.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">No container is named.</exception>
    [CakeMethodAlias]
    public static void DockerStart(this ICakeContext context, DockerContainerStartSettings? settings, params string[] containers)
        => RunnerOf<DockerContainerStartSettings>(context).Run("start", settings ?? new(), Required(containers));
}
