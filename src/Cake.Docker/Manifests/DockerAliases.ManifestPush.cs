using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Sends a manifest list to its registry.</summary>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">The list is null or empty.</exception>
    [CakeMethodAlias]
    [Experimental]
    public static void DockerManifestPush(this ICakeContext context, string manifestList)
        => context.DockerManifestPush(null, manifestList);

    /// <summary>Sends a manifest list to its registry.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">The list is null or empty.</exception>
    [CakeMethodAlias]
    [Experimental]
    public static void DockerManifestPush(this ICakeContext context, DockerManifestPushSettings? settings, string manifestList)
        => RunnerOf<DockerManifestPushSettings>(context).Run("manifest push", settings ?? new(), [Required(manifestList)]);
}
