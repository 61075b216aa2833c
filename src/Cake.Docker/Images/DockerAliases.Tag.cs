using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Gives an image another name.</summary>
    /// <param name="registryReference">The new name of the image.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerTag(this ICakeContext context, string imageReference, string registryReference)
        => RunnerOf<DockerImageTagSettings>(context).Run("tag", new(), [Required(imageReference), Required(registryReference)]);
}
