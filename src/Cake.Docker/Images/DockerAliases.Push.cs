using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Pushes an image.</summary>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerPush(this ICakeContext context, string imageReference)
        => context.DockerPush(null, imageReference);

    /// <summary>Pushes an image.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerPush(this ICakeContext context, DockerImagePushSettings? settings, string imageReference)
        => RunnerOf<DockerImagePushSettings>(context).Run("push", settings ?? new(), [Required(imageReference)]);
}
