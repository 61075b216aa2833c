using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Makes a manifest list of images.</summary>
    /// <param name="manifest">The first image in it.</param>
    /// <param name="manifests">The others.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">The list or the image is null or empty.</exception>
    [CakeMethodAlias]
    [Experimental]
    public static void DockerManifestCreate(this ICakeContext context, string manifestList, string manifest, params string[] manifests)
        => context.DockerManifestCreate(null, manifestList, manifest, manifests);

    /// <summary>Makes a manifest list of images.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="manifest">The first image in it.</param>
    /// <param name="manifests">The others.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">The list or the image is null or empty.</exception>
    [CakeMethodAlias]
    [Experimental]
    public static void DockerManifestCreate(
        this ICakeContext context, DockerManifestCreateSettings? settings, string manifestList, string manifest, params string[] manifests)
        => RunnerOf<DockerManifestCreateSettings>(context)
            .Run("manifest create", settings ?? new(), [Required(manifestList), Required(manifest), .. manifests]);
}
