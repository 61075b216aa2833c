using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Empties the cache of a builder. Without <see cref="DockerBuildXPruneSettings.Force"/> docker asks first.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerBuildXPrune(this ICakeContext context, DockerBuildXPruneSettings? settings = null)
        => RunnerOf<DockerBuildXPruneSettings>(context).Run("buildx prune", settings ?? new(), []);
}
