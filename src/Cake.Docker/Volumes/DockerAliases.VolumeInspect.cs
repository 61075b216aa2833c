using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Describes volumes.</summary>
    /// <returns>What docker printed, line by line.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">No volume is named.</exception>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerVolumeInspect(this ICakeContext context, string[] volumes)
        => context.DockerVolumeInspect(null, volumes);

    /// <summary>Describes volumes.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <returns>What docker printed, line by line.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">No volume is named.</exception>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerVolumeInspect(this ICakeContext context, DockerVolumeInspectSettings? settings, string[] volumes)
        => RunnerOf<DockerVolumeInspectSettings>(context).RunWithResult("volume inspect", settings ?? new(), l => l.ToArray(), Required(volumes));
}
