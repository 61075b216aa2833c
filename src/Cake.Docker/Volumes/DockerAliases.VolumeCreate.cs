using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Makes a volume.</summary>
    /// <param name="volume">The name; null or empty for one that docker makes up, or that of the settings.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerVolumeCreate(this ICakeContext context, string volume)
        => context.DockerVolumeCreate(null, volume);

    /// <summary>Makes a volume.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="volume">The name; null or empty for one that docker makes up, or that of the settings.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerVolumeCreate(this ICakeContext context, DockerVolumeCreateSettings? settings, string volume)
        => RunnerOf<DockerVolumeCreateSettings>(context).Run("volume create", settings ?? new(), Optional(volume));
}
