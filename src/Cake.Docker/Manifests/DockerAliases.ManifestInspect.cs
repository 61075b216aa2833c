using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Shows the manifest of an image, or a manifest list.</summary>
    /// <param name="manifest">The image, or a list.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">The image is null or empty.</exception>
    [CakeMethodAlias]
    [Experimental]
    public static void DockerManifestInspect(this ICakeContext context, string manifest)
        => context.DockerManifestInspect(null, null, manifest);

    /// <summary>Shows the manifest of an image in a manifest list.</summary>
    /// <param name="manifestList">The list that the image is in.</param>
    /// <param name="manifest">The image, or a list.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">The image is null or empty.</exception>
    [CakeMethodAlias]
    [Experimental]
    public static void DockerManifestInspect(this ICakeContext context, string manifestList, string manifest)
        => context.DockerManifestInspect(null, manifestList, manifest);

    /// <summary>Shows the manifest of an image, or a manifest list.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="manifestList">The list that the image is in; null when it is in none.</param>
    /// <param name="manifest">The image, or a list.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">The image is null or empty.</exception>
    [CakeMethodAlias]
    [Experimental]
    public static void DockerManifestInspect(this ICakeContext context, DockerManifestInspectSettings? settings, string? manifestList, string manifest)
        => RunnerOf<DockerManifestInspectSettings>(context).Run("manifest inspect", settings ?? new(), [.. Optional(manifestList), Required(manifest)]);
}
