using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Pulls an image.</summary>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerPull(this ICakeContext context, string imageReference)
        => context.DockerPull(null, imageReference);

    /// <summary>Pulls an image.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerPull(this ICakeContext context, DockerImagePullSettings? settings, string imageReference)
        => RunnerOf<DockerImagePullSettings>(context).Run("pull", settings ?? new(), [Required(imageReference)]);
}
