using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Removes volumes that nothing uses. Without <see cref="DockerVolumePruneSettings.Force"/> docker asks first.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerVolumePrune(this ICakeContext context, DockerVolumePruneSettings? settings)
        => RunnerOf<DockerVolumePruneSettings>(context).Run("volume prune", settings ?? new(), []);
}
