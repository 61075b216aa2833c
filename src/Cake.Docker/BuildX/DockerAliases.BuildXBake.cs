using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Builds the targets of bake files.</summary>
    /// <param name="target">The targets; null or none for those that the files name.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerBuildXBake(this ICakeContext context, IEnumerable<string>? target = null)
        => context.DockerBuildXBake(null, target);

    /// <summary>Builds the targets of bake files.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="target">The targets; null or none for those that the files name.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerBuildXBake(this ICakeContext context, DockerBuildXBakeSettings? settings, IEnumerable<string>? target = null)
        => RunnerOf<DockerBuildXBakeSettings>(context).Run("buildx bake", settings ?? new(), target?.ToArray() ?? []);
}
