using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Removes volumes.</summary>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">No volume is named.</exception>
    [CakeMethodAlias]
    public static void DockerVolumeRm(this ICakeContext context, string[] volumes)
        => context.DockerVolumeRm(null, volumes);

    /// <summary>Removes volumes.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">No volume is named.</exception>
    [CakeMethodAlias]
    public static void DockerVolumeRm(this ICakeContext context, DockerVolumeRmSettings? settings, string[] volumes)
        => RunnerOf<DockerVolumeRmSettings>(context).Run("volume rm", settings ?? new(), Required(volumes));
}
