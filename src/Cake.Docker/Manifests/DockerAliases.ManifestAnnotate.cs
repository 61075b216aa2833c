using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Says what platform an image of a manifest list is for.</summary>
    /// <param name="manifest">The image in it.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">The list or the image is null or empty.</exception>
    [CakeMethodAlias]
    [Experimental]
    public static void DockerManifestAnnotate(this ICakeContext context, string manifestList, string manifest)
        => context.DockerManifestAnnotate(null, manifestList, manifest);

    /// <summary>Says what platform an image of a manifest list is for.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="manifest">The image in it.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">The list or the image is null or empty.</exception>
    [CakeMethodAlias]
    [Experimental]
    public static void DockerManifestAnnotate(this ICakeContext context, DockerManifestAnnotateSettings? settings, string manifestList, string manifest)
        => RunnerOf<DockerManifestAnnotateSettings>(context).Run("manifest annotate", settings ?? new(), [Required(manifestList), Required(manifest)]);
}
