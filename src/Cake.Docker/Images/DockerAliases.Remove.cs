using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Removes images.</summary>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">No image is named.</exception>
    [CakeMethodAlias]
    public static void DockerRmi(this ICakeContext context, params string[] images)
        => context.DockerRemove(null, images);

    /// <summary>Removes images.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">No image is named.</exception>
    [CakeMethodAlias]
    public static void DockerRemove(this ICakeContext context, DockerImageRemoveSettings? settings, params string[] images)
        => RunnerOf<DockerImageRemoveSettings>(context).Run("rmi", settings ?? new(), Required(images));
}
